/** Targets, weights and the columns of X, fitted on the training split. */
@NullMarked
package dnn.data.fitting;

import org.jspecify.annotations.NullMarked;
