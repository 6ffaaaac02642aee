/**
 * The door of this module: loading an experiment from files or text. Checks stand in {@code check}, output in
 * {@code render}.
 */
@NullMarked
package dnn.config;

import org.jspecify.annotations.NullMarked;
