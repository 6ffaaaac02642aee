/** Distributions and values that parameters start from. The engine's package of the same name draws from them. */
@NullMarked
package dnn.api.initializer;

import org.jspecify.annotations.NullMarked;
