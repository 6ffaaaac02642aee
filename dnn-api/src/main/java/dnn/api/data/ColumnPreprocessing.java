package dnn.api.data;

import dnn.api.grammar.Describe;
import jakarta.validation.Valid;
import java.util.Optional;

/**
 * The preprocessing of one column where it differs from that of its kind.
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

    /** A copy with this scaling. */
    public ColumnPreprocessing scale(Scale own) {
        return new ColumnPreprocessing(Optional.of(own), encode, impute, indicator, clip, unseen);
    }

    /** A copy with this encoding. */
    public ColumnPreprocessing encode(Encode own) {
        return new ColumnPreprocessing(scale, Optional.of(own), impute, indicator, clip, unseen);
    }

    /** A copy that fills missing cells like this. */
    public ColumnPreprocessing impute(Imputation own) {
        return new ColumnPreprocessing(scale, encode, Optional.of(own), indicator, clip, unseen);
    }

    /** A copy with or without a number that is 1 where a cell was missing. */
    public ColumnPreprocessing indicator(boolean own) {
        return new ColumnPreprocessing(scale, encode, impute, Optional.of(own), clip, unseen);
    }

    /** A copy that cuts off numbers beyond these quantiles. */
    public ColumnPreprocessing clip(double lower, double upper) {
        return new ColumnPreprocessing(
                scale, encode, impute, indicator, Optional.of(new Clipping(lower, upper)), unseen);
    }

    /** A copy that treats categories which the training split does not have like this. */
    public ColumnPreprocessing unseen(Unseen own) {
        return new ColumnPreprocessing(scale, encode, impute, indicator, clip, Optional.of(own));
    }
}
