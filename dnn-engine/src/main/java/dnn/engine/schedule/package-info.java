/** Learning rates by epoch. */
@NullMarked
package dnn.engine.schedule;

import org.jspecify.annotations.NullMarked;
