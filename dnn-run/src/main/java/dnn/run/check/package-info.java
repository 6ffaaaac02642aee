/** An experiment checked against its data and, with the engine's help, against this machine. */
@NullMarked
package dnn.run.check;

import org.jspecify.annotations.NullMarked;
