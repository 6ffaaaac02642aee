/**
 * The subcommands of {@code dnn}: each reads its arguments, calls the modules that do the work, and prints what came
 * out.
 */
@NullMarked
package dnn.launcher.command;

import org.jspecify.annotations.NullMarked;
