package dnn.run.verdict;

import dnn.config.diagnostic.UserText;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The way the loss went over the epochs. Ends are compared as means over the last tenth of the epochs and the tenth
 * before, so that one epoch's chance does not decide.
 *
 * @param train {@code train.loss} of each epoch
 * @param validation {@code validation.loss} of each epoch; empty where nothing is watched
 */
public record Course(List<Double> train, List<Double> validation) {
    /** Fewer epochs than this show no course. */
    private static final int FEWEST = 5;

    private static final int PARTS = 10;

    /** A loss that fell by more than this from one tenth to the next is still falling. */
    private static final double STILL_FALLING = 0.01;

    /** Below this part of its first value a loss has fallen as far as matters. */
    private static final double SMALL = 0.01;

    /** A loss this much above its best is worse in earnest. */
    private static final double WORSE = 1.1;

    /** A training loss that is still above this part of its first value has taught nothing. */
    private static final double HARDLY_FELL = 0.98;

    public Course {
        train = List.copyOf(train);
        validation = List.copyOf(validation);
    }

    /** The kinds of course, the most telling first. */
    public enum Kind {
        /** Too short to tell, or settled. */
        SETTLED,
        /** Still falling at the end. */
        FALLING,
        /** Best long before the end, and worse since, while the training loss fell on. */
        OVERFITTED,
        /** Best long before the end, and worse since, the training loss as well. */
        RISING,
        /** Hardly below where it began. */
        FLAT
    }

    private List<Double> watched() {
        return validation.size() == train.size() && validation.stream().allMatch(Double::isFinite) ? validation : train;
    }

    private String name() {
        return watched() == validation ? "validation.loss" : "train.loss";
    }

    int epochs() {
        return train.size();
    }

    /** True where there are too few epochs to tell. */
    boolean isShort() {
        return epochs() < FEWEST;
    }

    private int part() {
        return Math.max(1, epochs() / PARTS);
    }

    private static double mean(List<Double> values, int from, int to) {
        return values.subList(from, to).stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(Double.NaN);
    }

    private double last(List<Double> losses) {
        return mean(losses, epochs() - part(), epochs());
    }

    private double before(List<Double> losses) {
        return mean(losses, epochs() - 2 * part(), epochs() - part());
    }

    /** The epoch with the least watched loss, from 1. */
    int bestEpoch() {
        List<Double> losses = watched();
        double[] values = losses.stream().mapToDouble(Double::doubleValue).toArray();
        double least = Arrays.stream(values).filter(Double::isFinite).min().orElse(Double.NaN);
        return Math.max(1, losses.indexOf(least) + 1);
    }

    /** The kind of course it is. */
    public Kind kind() {
        if (isShort() || watched().stream().anyMatch(loss -> !Double.isFinite(loss))) {
            return Kind.SETTLED;
        }
        List<Double> losses = watched();
        double best = losses.get(bestEpoch() - 1);
        boolean small = before(losses) < SMALL * losses.get(0);
        if (last(train) > HARDLY_FELL * train.get(0)) {
            return Kind.FLAT;
        } else if (bestEpoch() <= epochs() - part() && last(losses) > WORSE * best && !small) {
            boolean trainRose =
                    last(train) > WORSE * mean(train, bestEpoch() - 1, Math.min(bestEpoch() + part(), epochs()));
            return watched() == train || trainRose ? Kind.RISING : Kind.OVERFITTED;
        } else if (bestEpoch() > epochs() - part() && last(losses) < (1 - STILL_FALLING) * before(losses) && !small) {
            return Kind.FALLING;
        }
        return Kind.SETTLED;
    }

    /**
     * The course in a sentence, where there is something to say.
     *
     * @param epochOfWeights the epoch whose weights are kept
     */
    Optional<String> sentence(int epochOfWeights) {
        List<Double> losses = watched();
        String kept = epochOfWeights == bestEpoch()
                ? "; the weights of epoch " + bestEpoch() + " are kept"
                : "; the weights kept are those of epoch " + epochOfWeights;
        String worse = "`" + name() + "` was best at epoch " + bestEpoch() + " ("
                + figure(losses.isEmpty() ? Double.NaN : losses.get(bestEpoch() - 1)) + ") and has been worse since ("
                + figure(losses.isEmpty() ? Double.NaN : last(losses)) + " at the end)";
        return switch (kind()) {
            case SETTLED -> Optional.empty();
            case FALLING ->
                Optional.of("`" + name() + "` was still falling at the end: from " + figure(before(losses)) + " to "
                        + figure(last(losses)) + " over the last " + UserText.count(2L * part(), "epoch"));
            case OVERFITTED -> Optional.of(worse + " while `train.loss` fell on: items are learnt by heart" + kept);
            case RISING -> Optional.of(worse + kept);
            case FLAT ->
                Optional.of("`train.loss` hardly fell: " + figure(train.get(0)) + " in the first epoch, "
                        + figure(last(train)) + " at the end");
        };
    }

    private static String figure(double value) {
        return UserText.figure(value);
    }
}
