/**
 * The verdict on a finished training, in a few sentences: figures in, words out. Nothing here trains, reads or writes.
 */
@NullMarked
package dnn.run.verdict;

import org.jspecify.annotations.NullMarked;
