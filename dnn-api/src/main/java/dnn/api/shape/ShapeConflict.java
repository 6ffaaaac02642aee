package dnn.api.shape;

/**
 * Two shapes that ought to be equal and are not.
 *
 * @param key the component of the layer that declares the one side, as written ({@code inputs})
 * @param declared the shape that component asks for
 * @param found the shape that reaches the layer
 */
public record ShapeConflict(String key, Shape declared, Shape found) {}
