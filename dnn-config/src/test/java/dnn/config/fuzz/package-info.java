/**
 * Arbitrary bytes as experiments: what must hold whatever is written, a target for coverage-guided fuzzing, and the
 * replay of what it found.
 */
@NullMarked
package dnn.config.fuzz;

import org.jspecify.annotations.NullMarked;
