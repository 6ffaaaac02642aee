/** One experiment's way from its data to a run directory, and once more for each fold. */
@NullMarked
package dnn.run.training;

import org.jspecify.annotations.NullMarked;
