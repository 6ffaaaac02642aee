/** Evaluation of networks: loss and metrics of items, and the judgement of predictions with intervals and baselines. */
@NullMarked
package dnn.engine.evaluation;

import org.jspecify.annotations.NullMarked;
