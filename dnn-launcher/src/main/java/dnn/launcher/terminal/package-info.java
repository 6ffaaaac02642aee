/** What a person sees while waiting: live and plain progress, tables, numbers. */
@NullMarked
package dnn.launcher.terminal;

import org.jspecify.annotations.NullMarked;
