package dnn.api.data;

import dnn.api.grammar.Describe;
import java.util.Optional;

/**
 * What happens to numeric columns.
 *
 * @param scale by default {@link Source#defaultScale()}
 * @param impute what takes the place of missing cells
 */
@Describe("What happens to numeric columns.")
public record NumericPreprocessing(
        @Describe("How they are scaled; default: standardize for files, none for built-in sources.")
        Optional<Scale> scale,

        @Describe("What takes the place of missing cells.") Imputation impute) {

    /** The source's own scaling, no imputation. */
    public static NumericPreprocessing defaults() {
        return new NumericPreprocessing(Optional.empty(), new Imputation.None());
    }
}
