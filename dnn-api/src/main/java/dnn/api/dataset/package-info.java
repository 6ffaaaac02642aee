/** Matrices of items: what the data modules hand to the engine. */
@NullMarked
package dnn.api.dataset;

import org.jspecify.annotations.NullMarked;
