package dnn.api.data;

import dnn.api.grammar.Describe;
import jakarta.validation.Valid;
import java.util.Optional;

/**
 * What happens to one column where it differs from its kind.
 *
 * @param scale for a numeric column
 * @param encode for a categorical column; makes a numeric column categorical
 * @param impute what takes the place of missing cells
 * @param indicator for a numeric column, whether it gets a second number, 1 where the cell was missing
 * @param clip for a numeric column, bounds for outliers
 * @param unseen for a categorical column, what becomes of categories that the training split does not have
 */
@Describe("What happens to one column where it differs from its kind.")
public record ColumnPreprocessing(
        @Describe("How a numeric column is scaled.") Optional<Scale> scale,

        @Describe("How a categorical column becomes numbers.")
        Optional<Encode> encode,

        @Describe("What takes the place of missing cells.") Optional<Imputation> impute,

        @Describe("Add a number, 1 where the cell was missing.")
        Optional<Boolean> indicator,

        @Describe("Bounds for outliers.") Optional<@Valid Clipping> clip,

        @Describe("What becomes of categories that the training split does not have.")
        Optional<Unseen> unseen) {

    /** Only scaling, encoding and imputation may differ. */
    public ColumnPreprocessing(Optional<Scale> scale, Optional<Encode> encode, Optional<Imputation> impute) {
        this(scale, encode, impute, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Nothing different. */
    public static ColumnPreprocessing defaults() {
        return new ColumnPreprocessing(Optional.empty(), Optional.empty(), Optional.empty());
    }
}
