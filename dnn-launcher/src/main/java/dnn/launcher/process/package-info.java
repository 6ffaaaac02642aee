/** What a command gets of the process that it runs in, and what it tells it: streams, clock, exit codes, refusals. */
@NullMarked
package dnn.launcher.process;

import org.jspecify.annotations.NullMarked;
