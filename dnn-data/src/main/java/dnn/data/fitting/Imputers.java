package dnn.data.fitting;

import dnn.api.data.Imputation;
import dnn.data.column.CellReading;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.math3.stat.descriptive.rank.Median;

/** The number that takes the place of missing ones, from those present. */
final class Imputers {
    private static final Map<Class<? extends Imputation>, Rule> RULES = Map.of(
            Imputation.None.class, (imputation, reading, present) -> Optional.empty(),
            Imputation.Mean.class,
                    (imputation, reading, present) ->
                            Optional.of(Moments.of(present).mean()),
            Imputation.Median.class, (imputation, reading, present) -> Optional.of(new Median().evaluate(present)),
            Imputation.MostFrequent.class, (imputation, reading, present) -> Optional.of(mostFrequent(present)),
            Imputation.Constant.class,
                    (imputation, reading, present) -> Optional.of(reading.numbers(List.of(
                            ((Imputation.Constant) imputation).constant().strip()))[0]));

    private Imputers() {}

    private interface Rule {
        Optional<Double> value(Imputation imputation, CellReading reading, double[] present);
    }

    /**
     * The number for missing cells, read as the column's cells are where it is given; NaN if the rule gives none,
     * because no number is present or because the constant is no number.
     *
     * @return empty if there is to be no imputation
     */
    static Optional<Double> number(Imputation imputation, CellReading reading, double[] present) {
        Rule rule = RULES.get(imputation.getClass());
        if (rule == null) {
            throw new IllegalStateException("no rule for " + imputation);
        }
        return rule.value(imputation, reading, present);
    }

    /** The commonest number, the least of several; NaN if there is none. */
    private static double mostFrequent(double[] present) {
        double[] sorted = present.clone();
        Arrays.sort(sorted);
        double commonest = Double.NaN;
        int longest = 0;
        int start = 0;
        for (int i = 1; i <= sorted.length; i++) {
            if (i == sorted.length || sorted[i] != sorted[start]) {
                if (i - start > longest) {
                    longest = i - start;
                    commonest = sorted[start];
                }
                start = i;
            }
        }
        return commonest;
    }
}
