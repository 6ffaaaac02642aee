/**
 * Arithmetic on the JDK's Vector API, in float32 and float64: packed, register-tiled products, fused passes, a pool of threads. Only classes reached through
 * {@link dnn.engine.backend.simd.SimdProvider} once it found the module may touch {@code jdk.incubator.vector}.
 *
 * <p>A class whose name begins with {@code Double} is the twin of the one that begins with {@code Float}: the same text but for the type. A test compares them.
 */
@NullMarked
package dnn.engine.backend.simd;

import org.jspecify.annotations.NullMarked;
