package dnn.engine.optimizer;

import dnn.engine.backend.Buffer;
import dnn.engine.backend.Kernels;
import dnn.engine.backend.Scalars;
import java.util.List;

/**
 * m ← β₁m + (1 − β₁)g; s ← β₂s + (1 − β₂)g²; w ← w − α·(1 − μₜ)/(1 − Πₜ)·g/(√ŝ + ε) − α·μₜ₊₁/(1 − Πₜ₊₁)·m/(√ŝ + ε) with
 * μₜ = β₁(1 − ½·0.96^(tψ)), Πₜ = μ₁·…·μₜ and ŝ = s/(1 − β₂ᵗ). Dozat, 2016. State: m, s; Πₜ follows from t and is only
 * looked up.
 */
final class NadamRule implements UpdateRule {
    private static final double BASE = 0.96;

    private final double beta1;
    private final double beta2;
    private final double epsilon;
    private final double fading;
    private long productOf;
    private double product = 1;

    /** With β₁ and β₂ in [0, 1), ε &gt; 0 and ψ = {@code momentumDecay} ≥ 0. */
    NadamRule(double beta1, double beta2, double epsilon, double momentumDecay) {
        this.beta1 = beta1;
        this.beta2 = beta2;
        this.epsilon = epsilon;
        this.fading = StrictMath.pow(BASE, momentumDecay);
    }

    @Override
    public List<String> states() {
        return List.of("m", "s");
    }

    @Override
    public void step(
            Kernels kernels,
            Buffer parameters,
            Buffer previous,
            Buffer gradients,
            Buffer[] states,
            double learningRate,
            long step,
            Scalars guard) {
        if (kernels.read(guard, 0) == 0) {
            kernels.copy(parameters, previous, parameters.length());
            kernels.addScaled(1 - beta1, gradients, beta1, states[0]);
            kernels.addScaledSquares(1 - beta2, gradients, beta2, states[1]);
            double squares = 1 / (1 - Powers.of(beta2, step));
            double before = product(step);
            double ofGradient = learningRate * (1 - momentum(step)) / (1 - before);
            double ahead = momentum(step + 1);
            double ofMean = learningRate * ahead / (1 - before * ahead);
            kernels.subtractOverRoot(ofGradient, gradients, squares, states[1], epsilon, parameters);
            kernels.subtractOverRoot(ofMean, states[0], squares, states[1], epsilon, parameters);
        }
    }

    /** μₜ. */
    private double momentum(long step) {
        return beta1 * (1 - Powers.of(fading, step) / 2);
    }

    /** Πₜ, from the one before or else from the first: the same bits either way. */
    private synchronized double product(long step) {
        if (step < productOf) {
            productOf = 0;
            product = 1;
        }
        while (productOf < step) {
            productOf++;
            product *= momentum(productOf);
        }
        return product;
    }
}
