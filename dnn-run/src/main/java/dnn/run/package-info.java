/**
 * The door for programs: {@link dnn.run.Dnn} checks and trains, {@link dnn.run.saved.SavedRun} reads back what was
 * saved. Nothing is printed here, and the process is never ended.
 */
@NullMarked
package dnn.run;

import org.jspecify.annotations.NullMarked;
