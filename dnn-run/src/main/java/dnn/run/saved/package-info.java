/** Runs read back: the network with its weights, figures of new items, predictions. */
@NullMarked
package dnn.run.saved;

import org.jspecify.annotations.NullMarked;
