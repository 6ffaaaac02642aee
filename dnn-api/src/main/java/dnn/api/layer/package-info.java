/** Layers as declared: parameters, constraints and shape rules. The engine's package of the same name runs them. */
@NullMarked
package dnn.api.layer;

import org.jspecify.annotations.NullMarked;
