/** Probes of an experiment that train nothing: one batch forward and backward, memory, and the gradient check. */
@NullMarked
package dnn.engine.probe;

import org.jspecify.annotations.NullMarked;
