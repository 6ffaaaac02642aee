/** A network in words: its layers with shapes and sizes, and the lecture's equations with its numbers. */
@NullMarked
package dnn.run.outline;

import org.jspecify.annotations.NullMarked;
