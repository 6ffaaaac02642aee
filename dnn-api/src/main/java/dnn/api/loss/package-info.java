/**
 * Losses as declared: what they are for and which outputs they accept. The engine's package of the same name computes
 * them.
 */
@NullMarked
package dnn.api.loss;

import org.jspecify.annotations.NullMarked;
