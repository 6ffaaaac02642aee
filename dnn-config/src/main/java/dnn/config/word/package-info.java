/**
 * The words of other tools and of textbooks, and how a word that dnn does not have is told from a slip of the hand.
 * Which words dnn has is not said here.
 */
@NullMarked
package dnn.config.word;

import org.jspecify.annotations.NullMarked;
