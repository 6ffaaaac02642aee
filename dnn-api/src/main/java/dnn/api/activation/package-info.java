/**
 * Activation functions: what is true about σ without running it. The engine's package of the same name computes them.
 */
@NullMarked
package dnn.api.activation;

import org.jspecify.annotations.NullMarked;
