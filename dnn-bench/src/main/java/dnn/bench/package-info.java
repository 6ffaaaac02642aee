/** Measurements: kernels under JMH, and whole training steps side by side with peers in the same run. */
@NullMarked
package dnn.bench;

import org.jspecify.annotations.NullMarked;
