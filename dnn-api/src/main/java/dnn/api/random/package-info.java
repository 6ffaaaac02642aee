/**
 * Random numbers from streams named by purpose, the same bits on every machine and JDK. Nothing here knows the clock,
 * and no state is shared between streams.
 */
@NullMarked
package dnn.api.random;

import org.jspecify.annotations.NullMarked;
