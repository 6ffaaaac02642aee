/** The built-in point sets, made from a seed. */
@NullMarked
package dnn.data.points;

import org.jspecify.annotations.NullMarked;
