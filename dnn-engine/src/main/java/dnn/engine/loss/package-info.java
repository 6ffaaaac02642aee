/** Losses at work: the sum over a batch and its gradient, for cross-entropies from logits. */
@NullMarked
package dnn.engine.loss;

import org.jspecify.annotations.NullMarked;
