package dnn.api.activation;

/**
 * An activation function that needs no more than its formulas: every backend runs σ and σ′ as they stand in its record.
 */
public sealed interface FormulaActivation extends Activation, ScalarFunction
        permits Gelu,
                Silu,
                Elu,
                Selu,
                Celu,
                Mish,
                Softplus,
                Softsign,
                HardSigmoid,
                HardTanh,
                HardSwish,
                Relu6,
                LogSigmoid,
                Exponential,
                ThresholdedRelu {
    @Override
    default double atZero() {
        return value(0);
    }

    @Override
    default double derivativeAtZero() {
        return derivative(0);
    }
}
