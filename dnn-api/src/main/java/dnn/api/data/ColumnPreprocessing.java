package dnn.api.data;

import dnn.api.grammar.Describe;
import java.util.Optional;

/**
 * What happens to one column where it differs from its kind.
 *
 * @param scale for a numeric column
 * @param encode for a categorical column; makes a numeric column categorical
 * @param impute what takes the place of missing cells
 */
@Describe("What happens to one column where it differs from its kind.")
public record ColumnPreprocessing(
        @Describe("How a numeric column is scaled.") Optional<Scale> scale,

        @Describe("How a categorical column becomes numbers.")
        Optional<Encode> encode,

        @Describe("What takes the place of missing cells.") Optional<Imputation> impute) {

    /** Nothing different. */
    public static ColumnPreprocessing defaults() {
        return new ColumnPreprocessing(Optional.empty(), Optional.empty(), Optional.empty());
    }
}
