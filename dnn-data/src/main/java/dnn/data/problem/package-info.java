/** Mistakes in data: cells that cannot be used, and their words for programs. */
@NullMarked
package dnn.data.problem;

import org.jspecify.annotations.NullMarked;
