package dnn.api.data;

import dnn.api.grammar.Describe;

/**
 * What happens to categorical columns.
 *
 * @param encode how they become numbers
 * @param impute what takes the place of missing cells
 */
@Describe("What happens to categorical columns.")
public record CategoricalPreprocessing(
        @Describe("How they become numbers.") Encode encode,
        @Describe("What takes the place of missing cells.") Imputation impute) {

    /** One-hot, no imputation. */
    public static CategoricalPreprocessing defaults() {
        return new CategoricalPreprocessing(Encode.ONE_HOT, new Imputation.None());
    }
}
