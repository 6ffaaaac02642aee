/** The rows of a table that are trained on, watched and kept for the end. */
@NullMarked
package dnn.data.split;

import org.jspecify.annotations.NullMarked;
