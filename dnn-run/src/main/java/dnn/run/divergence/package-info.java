/** The step in which numbers stopped being finite: kept in the run directory with its likely cause, and done again. */
@NullMarked
package dnn.run.divergence;

import org.jspecify.annotations.NullMarked;
