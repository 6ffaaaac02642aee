/** A file system whose calls fail on request, and what a training makes of that. */
@NullMarked
package dnn.run.faults;

import org.jspecify.annotations.NullMarked;
