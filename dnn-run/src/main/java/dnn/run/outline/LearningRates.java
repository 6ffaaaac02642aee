package dnn.run.outline;

import dnn.api.Training;
import dnn.engine.schedule.LearningRate;
import dnn.engine.schedule.Schedules;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The learning rates of a training in some of its epochs: at equal distances, and where the rate is greatest. */
public final class LearningRates {
    private static final int PARTS = 8;

    private LearningRates() {}

    /**
     * A learning rate.
     *
     * @param epoch counted from 1
     * @param rate in that epoch
     */
    public record AtEpoch(int epoch, double rate) {}

    /** The rates in the order of epochs, the first and the last among them; empty where all epochs have one rate. */
    public static List<AtEpoch> of(Training training) {
        LearningRate rate = Schedules.of(training);
        double initial = training.optimizer().learningRate();
        int last = training.epochs() - 1;
        SortedSet<Integer> chosen = new TreeSet<>();
        for (int part = 0; part <= PARTS; part++) {
            chosen.add((int) Math.rint((double) last * part / PARTS));
        }
        int peak = 0;
        boolean changes = false;
        for (int epoch = 1; epoch <= last; epoch++) {
            double found = rate.at(initial, epoch, training.epochs());
            changes |= found != rate.at(initial, 0, training.epochs());
            peak = found > rate.at(initial, peak, training.epochs()) ? epoch : peak;
        }
        chosen.add(peak);
        return changes
                ? chosen.stream()
                        .map(epoch -> new AtEpoch(epoch + 1, rate.at(initial, epoch, training.epochs())))
                        .toList()
                : List.of();
    }
}
