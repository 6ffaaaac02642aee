package dnn.engine.optimizer;

import dnn.api.optimizer.Optimizer;
import dnn.engine.registry.Extension;

/** The optimizers of another library; found by {@link java.util.ServiceLoader}. */
public interface OptimizerExtension extends Extension<Optimizer, UpdateRule> {}
