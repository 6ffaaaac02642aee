package dnn.data.newdata;

import java.util.List;

/**
 * How a further table is read.
 *
 * @param strict whether a missing cell is refused in a column that had none, or no imputation, in training
 * @param keep names of columns whose cells are kept as they are
 * @param dropMissingTargets whether rows whose target is missing are left out
 */
public record NewDataOptions(boolean strict, List<String> keep, boolean dropMissingTargets) {
    /** Missing cells are filled, nothing is kept, a missing target is a mistake. */
    public static final NewDataOptions STANDARD = new NewDataOptions(false, List.of(), false);

    /** Missing cells are mistakes where nothing is imputed. */
    public static final NewDataOptions STRICT = new NewDataOptions(true, List.of(), false);

    public NewDataOptions {
        keep = List.copyOf(keep);
    }

    /** The same, rows whose target is missing left out or not. */
    public NewDataOptions dropMissingTargets(boolean drop) {
        return new NewDataOptions(strict, keep, drop);
    }
}
