package dnn.engine.training;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One epoch in figures. A loss is that of the data alone, without penalties on weights and with every item counting
 * once. {@code train.*} is the running mean over the epoch, of weights that change and with dropout;
 * {@code validation.*} is that of the weights after it. Immutable and thread-safe.
 *
 * @param epoch from 1
 * @param figures {@code train.loss}, {@code validation.loss} where there are items, {@code train.<metric>}, …,
 *     {@code validation.<metric>}, …, in this order
 * @param learningRate of the epoch
 * @param seconds of this epoch's training alone
 */
public record EpochReport(int epoch, Map<String, Double> figures, double learningRate, double seconds) {
    public EpochReport {
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    }
}
