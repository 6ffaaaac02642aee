/**
 * Answers to what an editor asks about the text of an experiment: findings, hints, hovers, completions, symbols. Files
 * are read by whoever asks.
 */
@NullMarked
package dnn.language;

import org.jspecify.annotations.NullMarked;
