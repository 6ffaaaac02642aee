/**
 * The layers of a network in place, each with the shapes that reach and leave it: the one fold over layers that
 * everybody reads.
 */
@NullMarked
package dnn.api.plan;

import org.jspecify.annotations.NullMarked;
