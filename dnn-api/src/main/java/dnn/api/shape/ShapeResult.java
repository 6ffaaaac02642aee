package dnn.api.shape;

import java.util.Optional;

/**
 * The answer of a layer's shape rule: the shape it hands on and, where what reaches it is not what it needs, the
 * conflict.
 *
 * @param output the shape handed on; known even with a conflict where the layer alone determines it
 * @param conflict both sides of a disagreement, if there is one
 */
public record ShapeResult(Shape output, Optional<ShapeConflict> conflict) {
    /** A layer that accepts what reaches it. */
    public static ShapeResult fits(Shape output) {
        return new ShapeResult(output, Optional.empty());
    }

    /** A layer whose component {@code key} says {@code declared} while {@code found} reaches it. */
    public static ShapeResult conflict(Shape output, String key, Shape declared, Shape found) {
        return new ShapeResult(output, Optional.of(new ShapeConflict(key, declared, found)));
    }
}
