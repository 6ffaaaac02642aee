package dnn.engine.training;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Everything that training remembers between two steps: from it, the same experiment and the same items, training goes
 * on to the same bits as if it had never stopped. The random numbers of an epoch and a step follow from their numbers,
 * so positions of streams need not be kept; numbers of a network in float32 are kept exactly. Immutable and thread-safe
 * as long as nobody writes into its arrays.
 *
 * <p>Names of numbers: {@code parameters} (the trained ones, then those that are remembered); {@code optimizer.<name>}
 * for each state of the optimizer; {@code last_good} and {@code remembered_before} (what a divergence goes back to);
 * {@code sums} (the epoch's sum of losses, and the mark of numbers that are not finite); {@code figures.<metric>} (sums
 * of the epoch); {@code patience} (best figure, its epoch, last epoch) and {@code best} (its parameters);
 * {@code first_step} (difference from the reference).
 *
 * @param epoch in progress, from 1; one more than there are when all are done
 * @param step steps done of that epoch
 * @param steps steps done in all
 * @param seconds that the steps of the epoch have taken; not compared
 * @param reports a report for each epoch that was completed; their seconds are not compared
 * @param numbers by name
 */
public record TrainingState(
        int epoch, int step, long steps, double seconds, List<EpochReport> reports, Map<String, double[]> numbers) {
    public TrainingState {
        reports = List.copyOf(reports);
        numbers = Collections.unmodifiableMap(new TreeMap<>(numbers));
    }

    /**
     * Tells whether no number that a step met so far was beyond the finite ones: else training goes on to divergence.
     */
    public boolean isFinite() {
        return numbers(StepLoop.SUMS, 2)[1] == 0;
    }

    /**
     * The numbers of this name.
     *
     * @throws IllegalArgumentException if there are none, or not as many as {@code count}
     */
    double[] numbers(String name, int count) {
        double[] found = numbers(name);
        if (found.length != count) {
            throw new IllegalArgumentException(
                    "`" + name + "` of this training has " + count + " numbers, that of the state " + found.length);
        }
        return found;
    }

    /**
     * The numbers of this name.
     *
     * @throws IllegalArgumentException if there are none
     */
    double[] numbers(String name) {
        double[] found = numbers.get(name);
        if (found == null) {
            throw new IllegalArgumentException("the state has no `" + name + "`");
        }
        return found;
    }

    /** Tells whether everything is equal, bit by bit, but for measured times. */
    @Override
    public boolean equals(Object other) {
        return other instanceof TrainingState state
                && epoch == state.epoch
                && step == state.step
                && steps == state.steps
                && untimed(reports).equals(untimed(state.reports))
                && numbers.keySet().equals(state.numbers.keySet())
                && numbers.entrySet().stream()
                        .allMatch(entry -> Arrays.equals(entry.getValue(), state.numbers.get(entry.getKey())));
    }

    @Override
    public int hashCode() {
        int hash = Long.hashCode(steps);
        for (double[] values : numbers.values()) {
            hash = 31 * hash + Arrays.hashCode(values);
        }
        return hash;
    }

    private static List<EpochReport> untimed(List<EpochReport> reports) {
        return reports.stream()
                .map(report -> new EpochReport(report.epoch(), report.figures(), report.learningRate(), 0))
                .toList();
    }
}
