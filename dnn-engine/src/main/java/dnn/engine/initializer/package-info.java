/** Numbers that parameters start from, drawn from named random streams. */
@NullMarked
package dnn.engine.initializer;

import org.jspecify.annotations.NullMarked;
