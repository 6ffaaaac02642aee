package dnn.engine.layer;

import dnn.api.layer.LayerSpec;
import dnn.engine.registry.Extension;

/** The layers of another library; found by {@link java.util.ServiceLoader}. */
public interface LayerExtension extends Extension<LayerSpec, LayerMaker> {}
