package dnn.engine.metric;

/** Makes the figure that computes a metric. Must be thread-safe. */
@FunctionalInterface
public interface FigureMaker {
    /**
     * A new figure, without items.
     *
     * @param meaning of the outputs it is given: values, or the logits that a loss takes probabilities from
     */
    Figure figure(Meaning meaning);
}
