package dnn.api.data;

import dnn.api.grammar.Describe;

/**
 * The preprocessing of categorical columns.
 *
 * @param encode how they become numbers
 * @param impute what takes the place of missing cells
 * @param unseen what becomes of categories that the training split does not have
 */
@Describe("What happens to categorical columns.")
public record CategoricalPreprocessing(
        @Describe("How they become numbers.") Encode encode,
        @Describe("What takes the place of missing cells.") Imputation impute,

        @Describe("What becomes of categories that the training split does not have.")
        Unseen unseen) {

    /** Unseen categories are zeros. */
    public CategoricalPreprocessing(Encode encode, Imputation impute) {
        this(encode, impute, Unseen.ZEROS);
    }

    /** One-hot, no imputation. */
    public static CategoricalPreprocessing defaults() {
        return new CategoricalPreprocessing(Encode.ONE_HOT, new Imputation.None());
    }

    /** A copy with this encoding. */
    public CategoricalPreprocessing encode(Encode encoding) {
        return new CategoricalPreprocessing(encoding, impute, unseen);
    }

    /** A copy that fills missing cells like this. */
    public CategoricalPreprocessing impute(Imputation filler) {
        return new CategoricalPreprocessing(encode, filler, unseen);
    }

    /** A copy that treats categories which the training split does not have like this. */
    public CategoricalPreprocessing unseen(Unseen treatment) {
        return new CategoricalPreprocessing(encode, impute, treatment);
    }
}
