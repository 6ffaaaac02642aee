package dnn.engine.optimizer;

import dnn.engine.backend.Buffer;
import dnn.engine.backend.Kernels;

/** A bound on all gradients of a step together. Must be thread-safe. */
@FunctionalInterface
public interface GradientBound {
    /** Brings the gradients within the bound, in place. */
    void apply(Kernels kernels, Buffer gradients);
}
