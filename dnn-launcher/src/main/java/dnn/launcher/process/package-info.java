/** The process around a command: streams, clock, exit codes, refusals. */
@NullMarked
package dnn.launcher.process;

import org.jspecify.annotations.NullMarked;
