package dnn.engine.layer;

/** Puts a declared layer to work. Must be thread-safe. */
@FunctionalInterface
public interface LayerMaker {
    /** The layer at this place. */
    Layer at(LayerSite site);
}
