/** Schedules of the learning rate as declared. */
@NullMarked
package dnn.api.schedule;

import org.jspecify.annotations.NullMarked;
