/**
 * The checks of an experiment, whether it was read from YAML or declared in Java: constraints of values, dimensions,
 * and what makes training pointless. A check addresses what it finds by path; places in a text are looked up
 * afterwards.
 */
@NullMarked
package dnn.config.check;

import org.jspecify.annotations.NullMarked;
