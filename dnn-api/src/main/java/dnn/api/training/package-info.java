/** How a network is trained, apart from its optimizer and loss: batches, regularization, clipping, early stopping. */
@NullMarked
package dnn.api.training;

import org.jspecify.annotations.NullMarked;
