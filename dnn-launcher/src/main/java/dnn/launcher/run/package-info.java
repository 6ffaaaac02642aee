/** Run directories: what a training leaves behind, written so that a reader never sees half a file, and read back. */
@NullMarked
package dnn.launcher.run;

import org.jspecify.annotations.NullMarked;
