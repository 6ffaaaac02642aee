/** Columns as they are understood: types, the meaning of cells as numbers, labels, profiles. */
@NullMarked
package dnn.data.column;

import org.jspecify.annotations.NullMarked;
