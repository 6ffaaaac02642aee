/** Which columns of a table are predicted, and which they are predicted from. */
@NullMarked
package dnn.data.selection;

import org.jspecify.annotations.NullMarked;
