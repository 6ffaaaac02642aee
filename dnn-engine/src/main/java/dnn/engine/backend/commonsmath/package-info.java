/** The reference arithmetic: float64 on Commons Math, plain to read, always available. It may copy and allocate. */
@NullMarked
package dnn.engine.backend.commonsmath;

import org.jspecify.annotations.NullMarked;
