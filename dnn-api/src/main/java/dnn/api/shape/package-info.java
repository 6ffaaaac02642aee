/** Shapes of items and parameters, and what a shape rule answers. */
@NullMarked
package dnn.api.shape;

import org.jspecify.annotations.NullMarked;
