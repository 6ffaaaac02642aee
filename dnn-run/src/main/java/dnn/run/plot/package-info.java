/** Pictures as SVG text, made without AWT so that they need no fonts or display. */
@NullMarked
package dnn.run.plot;

import org.jspecify.annotations.NullMarked;
