package dnn.engine.activation;

import dnn.api.activation.Activation;
import dnn.engine.registry.Extension;

/** The activation functions of another library; found by {@link java.util.ServiceLoader}. */
public interface ActivationExtension extends Extension<Activation, ActivationFunction> {}
