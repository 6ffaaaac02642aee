/**
 * What a finished training is worth, in a few sentences: figures in, words out. Nothing here trains, reads or writes.
 */
@NullMarked
package dnn.run.verdict;

import org.jspecify.annotations.NullMarked;
