/** The view for a person who waits: live and plain progress, tables, numbers. */
@NullMarked
package dnn.launcher.terminal;

import org.jspecify.annotations.NullMarked;
