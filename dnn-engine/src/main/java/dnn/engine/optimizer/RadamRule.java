package dnn.engine.optimizer;

import dnn.engine.backend.Buffer;
import dnn.engine.backend.Kernels;
import dnn.engine.backend.Scalars;
import java.util.List;

/**
 * m ← β₁m + (1 − β₁)g; s ← β₂s + (1 − β₂)g²; with ρ∞ = 2/(1 − β₂) − 1 and ρ = ρ∞ − 2tβ₂ᵗ/(1 − β₂ᵗ): while ρ ≤ 5, w ← w
 * − α·m̂; then w ← w − α·r·m̂·√(1 − β₂ᵗ)/(√s + ε) with r² = (ρ − 4)(ρ − 2)ρ∞/((ρ∞ − 4)(ρ∞ − 2)ρ). Liu et al., 2020.
 * State: m, s.
 *
 * @param beta1 β₁ in [0, 1)
 * @param beta2 β₂ in [0, 1)
 * @param epsilon ε &gt; 0
 */
record RadamRule(double beta1, double beta2, double epsilon) implements UpdateRule {
    /** Beyond it the variance of the mean square is known well enough. */
    private static final double TRACTABLE = 5;

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
            double power = Powers.of(beta2, step);
            double corrected = learningRate / (1 - Powers.of(beta1, step));
            double longest = 2 / (1 - beta2) - 1;
            double length = longest - 2 * step * power / (1 - power);
            if (length > TRACTABLE) {
                double rectified = corrected * rectification(length, longest) * Math.sqrt(1 - power);
                kernels.subtractOverRoot(rectified, states[0], 1, states[1], epsilon, parameters);
            } else {
                kernels.addScaled(-corrected, states[0], 1, parameters);
            }
        }
    }

    /** r. */
    private static double rectification(double length, double longest) {
        return Math.sqrt((length - 4) * (length - 2) * longest / ((longest - 4) * (longest - 2) * length));
    }
}
