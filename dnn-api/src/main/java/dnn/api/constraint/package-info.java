/**
 * Bean Validation constraints that the standard set lacks, and the diagnostic codes that a constraint may name as its
 * payload.
 */
@NullMarked
package dnn.api.constraint;

import org.jspecify.annotations.NullMarked;
