/**
 * Checkpoints of a training: how they are saved beside it, found again and proved. Nothing here knows what an
 * experiment is.
 */
@NullMarked
package dnn.run.checkpoint;

import org.jspecify.annotations.NullMarked;
