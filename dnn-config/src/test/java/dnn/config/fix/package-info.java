/** Edits, differences, and fixes of every broken example. */
@NullMarked
package dnn.config.fix;

import org.jspecify.annotations.NullMarked;
