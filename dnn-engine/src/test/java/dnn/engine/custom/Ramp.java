package dnn.engine.custom;

import dnn.api.activation.CustomActivation;
import dnn.api.activation.ScalarFunction;

/** σ(z) = ln(1 + eᶻ), σ′(z) = 1/(1 + e⁻ᶻ), which does not follow from A without cancelling. */
public record Ramp() implements CustomActivation {
    @Override
    public Range range() {
        return new Range(0, Double.POSITIVE_INFINITY);
    }

    @Override
    public double atZero() {
        return StrictMath.log(2);
    }

    @Override
    public double derivativeAtZero() {
        return 0.5;
    }

    /** The formulas. */
    record Function() implements ScalarFunction {
        @Override
        public double value(double z) {
            return Math.max(z, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(z)));
        }

        @Override
        public double derivative(double z) {
            return 1 / (1 + StrictMath.exp(-z));
        }
    }
}
