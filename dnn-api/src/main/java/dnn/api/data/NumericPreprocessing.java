package dnn.api.data;

import dnn.api.grammar.Describe;
import jakarta.validation.Valid;
import java.util.Optional;

/**
 * The preprocessing of numeric columns.
 *
 * @param scale by default {@link Source#defaultScale()}
 * @param impute what takes the place of missing cells
 * @param indicator whether a column with missing cells gets a second number, 1 where the cell was missing
 * @param clip bounds for outliers
 */
@Describe("What happens to numeric columns.")
public record NumericPreprocessing(
        @Describe("How they are scaled; default: standardize for files, none for built-in sources.")
        Optional<Scale> scale,

        @Describe("What takes the place of missing cells.") Imputation impute,

        @Describe("Add a number to a column with missing cells, 1 where the cell was missing.")
        boolean indicator,

        @Describe("Bounds for outliers.") Optional<@Valid Clipping> clip) {

    /** Neither indicators nor clipping. */
    public NumericPreprocessing(Optional<Scale> scale, Imputation impute) {
        this(scale, impute, false, Optional.empty());
    }

    /** The source's own scaling, no imputation. */
    public static NumericPreprocessing defaults() {
        return new NumericPreprocessing(Optional.empty(), new Imputation.None());
    }

    /** A copy with this scaling. */
    public NumericPreprocessing scale(Scale newScale) {
        return new NumericPreprocessing(Optional.of(newScale), impute, indicator, clip);
    }

    /** A copy that fills missing cells like this. */
    public NumericPreprocessing impute(Imputation filler) {
        return new NumericPreprocessing(scale, filler, indicator, clip);
    }

    /** A copy with or without a number that is 1 where a cell was missing. */
    public NumericPreprocessing indicator(boolean added) {
        return new NumericPreprocessing(scale, impute, added, clip);
    }

    /** A copy that cuts off numbers beyond these quantiles. */
    public NumericPreprocessing clip(double lower, double upper) {
        return new NumericPreprocessing(scale, impute, indicator, Optional.of(new Clipping(lower, upper)));
    }
}
