package dnn.engine.optimizer;

import dnn.engine.backend.Buffer;
import dnn.engine.backend.Kernels;
import dnn.engine.backend.Scalars;
import java.util.List;

/**
 * s ← ρs + (1 − ρ)g²; Δ = g·√(d + ε)/√(s + ε); d ← ρd + (1 − ρ)Δ²; w ← w − αΔ. Zeiler, 2012. State: s, d.
 *
 * @param decay ρ in [0, 1)
 * @param epsilon ε &gt; 0
 */
record AdadeltaRule(double decay, double epsilon) implements UpdateRule {
    @Override
    public List<String> states() {
        return List.of("s", "d");
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
            kernels.addScaledSquares(1 - decay, gradients, decay, states[0]);
            kernels.timesRatioOfRoots(states[1], states[0], epsilon, gradients);
            kernels.addScaledSquares(1 - decay, gradients, decay, states[1]);
            kernels.addScaled(-learningRate, gradients, 1, parameters);
        }
    }
}
