package dnn.data.newdata;

import java.util.List;

/**
 * The way in which a further table is read.
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

    /** A copy that leaves rows whose target is missing out, or does not. */
    public NewDataOptions dropMissingTargets(boolean drop) {
        return new NewDataOptions(strict, keep, drop);
    }
}
