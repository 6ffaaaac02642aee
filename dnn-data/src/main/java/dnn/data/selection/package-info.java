/** The columns of a table that are predicted, and those which they are predicted from. */
@NullMarked
package dnn.data.selection;

import org.jspecify.annotations.NullMarked;
