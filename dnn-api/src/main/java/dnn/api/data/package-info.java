/** Data as declared: its source, its split and its preprocessing. */
@NullMarked
package dnn.api.data;

import org.jspecify.annotations.NullMarked;
