/** Metrics as declared: the task they belong to and which direction is better. */
@NullMarked
package dnn.api.metric;

import org.jspecify.annotations.NullMarked;
