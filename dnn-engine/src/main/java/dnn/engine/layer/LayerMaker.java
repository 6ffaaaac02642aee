package dnn.engine.layer;

/** Puts a declared layer to work. */
@FunctionalInterface
public interface LayerMaker {
    /** The layer at this place. */
    Layer at(LayerSite site);
}
