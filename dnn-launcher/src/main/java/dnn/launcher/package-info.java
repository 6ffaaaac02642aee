/** The {@code dnn} command: the only module that prints and knows the command line, the clock and the terminal. */
@NullMarked
package dnn.launcher;

import org.jspecify.annotations.NullMarked;
