/** A network in words: its layers with shapes and sizes. */
@NullMarked
package dnn.run.outline;

import org.jspecify.annotations.NullMarked;
