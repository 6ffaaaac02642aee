/**
 * Arithmetic on the JDK's Vector API, in float32 and float64: packed, register-tiled products, fused passes, a pool of
 * threads. Only classes reached through {@link dnn.simd.SimdProvider} once it found the module may touch
 * {@code jdk.incubator.vector}.
 *
 * <p>A class whose name begins with {@code Float} computes in float32. The build makes its twin for float64, whose name
 * begins with {@code Double}, by exchanging words (the module's {@code pom.xml} lists them); nobody writes or edits
 * those.
 */
@NullMarked
package dnn.simd;

import org.jspecify.annotations.NullMarked;
