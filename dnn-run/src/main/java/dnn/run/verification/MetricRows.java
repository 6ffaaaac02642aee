package dnn.run.verification;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The rows of {@code metrics.csv}, compared cell by cell; only how long an epoch took may differ. */
public final class MetricRows {
    private static final String SECONDS = "seconds";

    private MetricRows() {}

    /**
     * The place where two runs part.
     *
     * @param epoch from 1
     * @param figure as its column is called; their count where one run has fewer
     * @param before what the run holds
     * @param now what came out this time
     */
    public record Difference(int epoch, String figure, String before, String now) {}

    /**
     * The first cell that differs.
     *
     * @param before the text of the run
     * @param now the text of the training just done
     * @param epochs rows that are compared
     */
    static Optional<Difference> first(String before, String now, int epochs) {
        List<String> old = before.lines().toList();
        List<String> again = now.lines().toList();
        if (epochs == 0) {
            return Optional.empty();
        }
        if (!old.get(0).equals(again.get(0))) {
            return Optional.of(new Difference(1, "columns", old.get(0), again.get(0)));
        }
        List<String> names = Arrays.asList(old.get(0).split(",", -1));
        for (int epoch = 1; epoch <= epochs; epoch++) {
            if (epoch >= old.size() || epoch >= again.size()) {
                return Optional.of(new Difference(
                        epoch, "epochs", String.valueOf(old.size() - 1), String.valueOf(again.size() - 1)));
            }
            String[] left = old.get(epoch).split(",", -1);
            String[] right = again.get(epoch).split(",", -1);
            for (int column = 0; column < names.size(); column++) {
                String one = column < left.length ? left[column] : "";
                String other = column < right.length ? right[column] : "";
                if (!names.get(column).equals(SECONDS) && !one.equals(other)) {
                    return Optional.of(new Difference(epoch, names.get(column), one, other));
                }
            }
        }
        return Optional.empty();
    }
}
