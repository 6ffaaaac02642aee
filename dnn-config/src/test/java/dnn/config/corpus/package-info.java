/** A corpus of good experiments and of broken ones made from them, and the score of the checker on both. */
@NullMarked
package dnn.config.corpus;

import org.jspecify.annotations.NullMarked;
