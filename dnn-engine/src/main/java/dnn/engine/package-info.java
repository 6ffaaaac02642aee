/**
 * Trains declared networks: the network, the training loop, evaluation, and the choice of a backend. Neither YAML nor
 * data files are known here.
 */
@NullMarked
package dnn.engine;

import org.jspecify.annotations.NullMarked;
