/** A first experiment for a table, from what its profile shows. */
@NullMarked
package dnn.config.init;

import org.jspecify.annotations.NullMarked;
