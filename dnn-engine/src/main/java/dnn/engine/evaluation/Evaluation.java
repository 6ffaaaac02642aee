package dnn.engine.evaluation;

import dnn.api.Experiment;
import dnn.api.Training;
import dnn.api.dataset.Dataset;
import dnn.api.dataset.Scaling;
import dnn.engine.network.Network;
import java.util.List;
import java.util.Map;

/** Says how good a network is on given items. Thread-safe. */
public final class Evaluation {
    private Evaluation() {}

    /**
     * {@code loss} first, then each metric of the experiment by its written name. The loss is that of the data, without
     * penalties on weights, without dropout, and with every item counting once; {@code train.loss} of an epoch is its
     * counterpart over weights that change. Metrics are in the targets' own units. Empty without items.
     *
     * @throws IllegalArgumentException if the features do not have as many rows as the network reads
     * @throws IllegalStateException if the network's backend was closed
     */
    public static Map<String, Double> of(Network network, Experiment experiment, Dataset data) {
        return Evaluator.evaluate(network, experiment, data);
    }

    /** Tells whether outputs are labels that an item may have together, and not one class of several. */
    public static boolean hasSeveralLabels(Training training, int outputs) {
        return outputs > 1 && training.loss().isBinary();
    }

    /**
     * Turns numbers of items, column by column, back into the targets' own units, in place.
     *
     * @param units of each row; empty where nothing was scaled
     * @param values (rows, items), modified
     */
    public static void toOwnUnits(List<Scaling> units, double[] values, int items) {
        for (int row = 0; row < units.size(); row++) {
            Scaling unit = units.get(row);
            for (int i = 0; i < items; i++) {
                int place = i * units.size() + row;
                values[place] = unit.decode(values[place]);
            }
        }
    }
}
