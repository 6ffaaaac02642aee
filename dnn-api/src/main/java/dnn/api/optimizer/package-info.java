/**
 * Optimizers as declared: hyper-parameters and their usual ranges. The engine's package of the same name steps with
 * them.
 */
@NullMarked
package dnn.api.optimizer;

import org.jspecify.annotations.NullMarked;
