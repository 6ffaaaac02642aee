/** Dirty tables with what is to be found in them, read and checked as a user's are. */
@NullMarked
package dnn.run.corpus;

import org.jspecify.annotations.NullMarked;
