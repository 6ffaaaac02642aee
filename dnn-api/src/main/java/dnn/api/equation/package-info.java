/** The lecture's equations with the dimensions of one network. */
@NullMarked
package dnn.api.equation;

import org.jspecify.annotations.NullMarked;
