/** Activation functions at work, by the kernels of a backend. */
@NullMarked
package dnn.engine.activation;

import org.jspecify.annotations.NullMarked;
