/** Golden files, property tests and round trips of reading, checking and writing. */
@NullMarked
package dnn.config;

import org.jspecify.annotations.NullMarked;
