/** The training loop: steps, epochs, early stopping, what is remembered between two steps, and what is reported. */
@NullMarked
package dnn.engine.training;

import org.jspecify.annotations.NullMarked;
