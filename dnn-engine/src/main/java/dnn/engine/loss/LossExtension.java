package dnn.engine.loss;

import dnn.api.loss.Loss;
import dnn.engine.registry.Extension;

/** The losses of another library; found by {@link java.util.ServiceLoader}. */
public interface LossExtension extends Extension<Loss, LossFunction> {}
