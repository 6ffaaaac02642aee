/** The {@code dnn} command: the only module that prints, and the one that knows files, clocks and terminals. */
@NullMarked
package dnn.launcher;

import org.jspecify.annotations.NullMarked;
