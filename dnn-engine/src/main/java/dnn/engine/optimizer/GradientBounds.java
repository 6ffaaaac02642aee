package dnn.engine.optimizer;

import dnn.api.training.GradientClipping;
import dnn.engine.registry.Registry;

/** The bounds that run declared clippings. Thread-safe. */
public final class GradientBounds {
    private GradientBounds() {}

    /** One line for each declared clipping: by norm g ← g · min(1, c/‖g‖₂), by value g ← max(−c, min(c, g)). */
    public static Registry<GradientClipping, GradientBound> registry() {
        return Registry.<GradientClipping, GradientBound>of(GradientClipping.class)
                .with(
                        GradientClipping.ByNorm.class,
                        spec -> (kernels, gradients) -> kernels.clipByNorm(spec.norm(), gradients))
                .with(
                        GradientClipping.ByValue.class,
                        spec -> (kernels, gradients) -> kernels.clamp(spec.value(), gradients));
    }
}
