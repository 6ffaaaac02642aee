/**
 * Applying the edits that findings offer, and showing what they change. Which edit is certain is decided where the
 * finding is made.
 */
@NullMarked
package dnn.config.fix;

import org.jspecify.annotations.NullMarked;
