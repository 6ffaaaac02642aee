/** Numbers and tables as people read them: the same text on every machine. */
@NullMarked
package dnn.run.text;

import org.jspecify.annotations.NullMarked;
