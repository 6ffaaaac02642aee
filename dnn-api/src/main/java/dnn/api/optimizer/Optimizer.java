package dnn.api.optimizer;

/** The rule by which gradients move parameters. */
public sealed interface Optimizer
        permits Sgd, RmsProp, Adam, Adagrad, AdamW, Nadam, Radam, Adamax, Amsgrad, Adadelta, Lion, CustomOptimizer {

    /** α, the step size before any schedule. */
    double learningRate();

    /** The learning rates this optimizer is ordinarily used with; outside, training usually crawls or diverges. */
    UsualRange usualLearningRates();

    /**
     * A closed interval of step sizes.
     *
     * @param low lower end
     * @param high upper end
     */
    record UsualRange(double low, double high) {}
}
