/** Cells become matrices, by what was fitted. */
@NullMarked
package dnn.data.encoding;

import org.jspecify.annotations.NullMarked;
