/**
 * Layers at work: forward and backward side by side. The api's package of the same name declares them; optimizers are
 * unknown here.
 */
@NullMarked
package dnn.engine.layer;

import org.jspecify.annotations.NullMarked;
