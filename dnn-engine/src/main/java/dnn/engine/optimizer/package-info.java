/** Optimizers at work: one pass over flat buffers; clipping is composed around them. */
@NullMarked
package dnn.engine.optimizer;

import org.jspecify.annotations.NullMarked;
