package dnn.engine;

import dnn.api.Experiment;
import dnn.api.dataset.Dataset;
import java.util.Map;

/** Says how good a network is on given items. */
public final class Evaluation {
    private Evaluation() {}

    /**
     * {@code loss} first, then each metric of the experiment by its written name. The loss is that of the data, without penalties on weights, and without
     * dropout; {@code train.loss} of an epoch is its counterpart over weights that change. Empty without items.
     *
     * @throws IllegalArgumentException if the features do not have as many rows as the network reads
     */
    public static Map<String, Double> of(Network network, Experiment experiment, Dataset data) {
        return Evaluator.evaluate(network, experiment, data);
    }
}
