package dnn.engine.initializer;

import dnn.api.initializer.Initializer;
import dnn.engine.registry.Extension;

/** The initializers of another library; found by {@link java.util.ServiceLoader}. */
public interface InitializerExtension extends Extension<Initializer, InitialValues> {}
