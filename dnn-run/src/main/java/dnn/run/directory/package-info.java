/** Run directories: what a training leaves behind, written so that a reader never sees half a file, and read back. */
@NullMarked
package dnn.run.directory;

import org.jspecify.annotations.NullMarked;
