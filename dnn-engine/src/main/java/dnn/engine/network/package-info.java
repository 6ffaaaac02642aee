/**
 * Networks on a backend: layers in place, their parameters in one flat buffer, the memory of a pass through them, and
 * the items they read.
 */
@NullMarked
package dnn.engine.network;

import org.jspecify.annotations.NullMarked;
