/** The training of a network, apart from its optimizer and loss: batches, regularization, clipping, early stopping. */
@NullMarked
package dnn.api.training;

import org.jspecify.annotations.NullMarked;
