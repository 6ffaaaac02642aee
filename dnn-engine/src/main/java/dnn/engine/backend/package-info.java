/**
 * Arithmetic as a small set of kernels over opaque buffers: the only place that knows precision, memory and hardware.
 * Networks and training do not belong here.
 */
@NullMarked
package dnn.engine.backend;

import org.jspecify.annotations.NullMarked;
