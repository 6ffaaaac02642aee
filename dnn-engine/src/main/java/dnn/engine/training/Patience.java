package dnn.engine.training;

import dnn.api.grammar.Names;
import dnn.api.metric.Metric;
import dnn.api.training.EarlyStopping;
import dnn.engine.backend.Buffer;
import dnn.engine.network.Network;
import java.util.List;
import java.util.Map;

/**
 * Early stopping at work: waits for the monitored figure to become strictly better than it ever was, and remembers the
 * parameters of the best epoch. A figure that is not reported ends nothing; one that is not a number is no improvement.
 */
final class Patience {
    private static final String BEST = "best";
    private static final String PATIENCE = "patience";

    private final EarlyStopping rule;
    private final boolean higherIsBetter;
    private final Network network;
    private final Buffer best;
    private double bestFigure;
    private int bestEpoch;
    private int lastEpoch;

    Patience(EarlyStopping rule, List<Metric> metrics, Network network) {
        this.rule = rule;
        this.higherIsBetter = metrics.stream()
                .filter(metric -> rule.monitor().endsWith("." + Names.of(metric.getClass())))
                .anyMatch(Metric::higherIsBetter);
        this.network = network;
        this.bestFigure = higherIsBetter ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        this.best = network.backend()
                .allocate(rule.restoreBest() ? network.flatParameters().length() : 0);
    }

    /** Takes in an epoch; whether the figure has now not improved for as many epochs as the rule allows. */
    boolean isExhaustedBy(EpochReport report) {
        lastEpoch = report.epoch();
        Double figure = report.figures().get(rule.monitor());
        if (figure == null) {
            return false;
        }
        if (higherIsBetter ? figure > bestFigure : figure < bestFigure) {
            bestFigure = figure;
            bestEpoch = report.epoch();
            network.backend().copy(network.flatParameters(), best, best.length());
        }
        return isExhaustedAfter(report);
    }

    /**
     * Tells whether the figure had not improved for as many epochs as the rule allows after the last epoch taken in.
     */
    boolean isExhaustedAfter(EpochReport last) {
        return last.figures().containsKey(rule.monitor()) && last.epoch() - bestEpoch >= rule.patience();
    }

    /** Puts what it remembers among the numbers of a state. */
    void save(Map<String, double[]> numbers) {
        double[] values = new double[best.length()];
        network.backend().read(best, values.length, values);
        numbers.put(BEST, values);
        numbers.put(PATIENCE, new double[] {bestFigure, bestEpoch, lastEpoch});
    }

    void restore(TrainingState state) {
        network.backend().write(state.numbers(BEST, best.length()), 0, best);
        double[] own = state.numbers(PATIENCE, 3);
        bestFigure = own[0];
        bestEpoch = (int) own[1];
        lastEpoch = (int) own[2];
    }

    boolean restoreBest() {
        return rule.restoreBest();
    }

    /** Puts the best epoch's parameters back and says which it was; without any, leaves the last ones. */
    int restore() {
        if (bestEpoch == 0) {
            return lastEpoch;
        }
        network.backend().copy(best, network.flatParameters(), best.length());
        return bestEpoch;
    }
}
