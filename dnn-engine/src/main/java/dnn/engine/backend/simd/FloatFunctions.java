package dnn.engine.backend.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Functions of number after number, from fused multiply-adds and correctly rounded operations only, so that interpreter, compiler and any width of vector give the
 * same bits. NaN stays NaN. Each works on whole vectors in arrays: vectors handed from method to method live on the heap whenever the compiler inlines one of them
 * less than hoped.
 *
 * <p>Exponential: x = n·ln 2 + r with |r| ≤ ln 2/2, eʳ by its Taylor polynomial of degree 7 (remainder below 6e-9), times 2ⁿ. Logarithms: 2·artanh s = 2·Σ
 * s^(2j+1)/(2j+1) with s = (x − 1)/(x + 1). What the tests demand of relative errors, where the result is a normal number: sigmoid 6·2⁻²⁴, tanh and the
 * cross-entropies' logarithms 8·2⁻²⁴.
 */
final class FloatFunctions {
    private static final VectorSpecies<Float> LANES = Lanes.FLOAT;
    private static final int V = LANES.length();

    // Adding and subtracting it rounds to an integer, which then stands in the low bits of the sum.
    private static final float ROUNDING = 0x1.8p23f;
    private static final int MANTISSA_BITS = 23;
    private static final float LOG2_E = 0x1.715476p0f;
    // ln 2 in two parts, the upper with so few bits that its products with n are exact.
    private static final float LN2_UPPER = 0x1.62e4p-1f;
    private static final float LN2_LOWER = 0x1.7f7d1cp-20f;
    private static final float SMALLEST_EXPONENT = -87.3f;
    private static final float HALF_ROOT = 0x1.6a09e6p-1f;

    private FloatFunctions() {}

    /** A number of this precision. */
    static float number(double value) {
        return (float) value;
    }

    /**
     * eˣ − {@code minus} for x ≤ 0, in place: with 0 the exponential, no result below the smallest normal number; with 1 accurate near 0, where it vanishes.
     */
    static void exponentials(float[] x, int from, int count, float minus) {
        for (int i = from; i < from + count; i += V) {
            FloatVector given = FloatVector.fromArray(LANES, x, i);
            FloatVector bounded = given.blend(SMALLEST_EXPONENT, given.compare(VectorOperators.LT, SMALLEST_EXPONENT));
            FloatVector shifted =
                    bounded.fma(FloatVector.broadcast(LANES, LOG2_E), FloatVector.broadcast(LANES, ROUNDING));
            FloatVector n = shifted.sub(ROUNDING);
            FloatVector r = n.fma(FloatVector.broadcast(LANES, -LN2_UPPER), bounded);
            r = n.fma(FloatVector.broadcast(LANES, -LN2_LOWER), r);
            // (eʳ − 1)/r
            FloatVector sum = FloatVector.broadcast(LANES, 1f / 5040);
            sum = sum.fma(r, FloatVector.broadcast(LANES, 1f / 720));
            sum = sum.fma(r, FloatVector.broadcast(LANES, 1f / 120));
            sum = sum.fma(r, FloatVector.broadcast(LANES, 1f / 24));
            sum = sum.fma(r, FloatVector.broadcast(LANES, 1f / 6));
            sum = sum.fma(r, FloatVector.broadcast(LANES, 1f / 2));
            sum = sum.fma(r, FloatVector.broadcast(LANES, 1));
            FloatVector power = FloatVector.broadcast(LANES, 1)
                    .reinterpretAsInts()
                    .add(shifted.reinterpretAsInts().lanewise(VectorOperators.LSHL, MANTISSA_BITS))
                    .reinterpretAsFloats();
            sum.mul(r).fma(power, power.sub(minus)).intoArray(x, i);
        }
    }

    /** 2·artanh s for |s| ≤ ⅓, in place. */
    static void twiceArtanh(float[] s, int from, int count) {
        for (int i = from; i < from + count; i += V) {
            FloatVector given = FloatVector.fromArray(LANES, s, i);
            FloatVector square = given.mul(given);
            FloatVector sum = FloatVector.broadcast(LANES, 1f / 17);
            sum = sum.fma(square, FloatVector.broadcast(LANES, 1f / 15));
            sum = sum.fma(square, FloatVector.broadcast(LANES, 1f / 13));
            sum = sum.fma(square, FloatVector.broadcast(LANES, 1f / 11));
            sum = sum.fma(square, FloatVector.broadcast(LANES, 1f / 9));
            sum = sum.fma(square, FloatVector.broadcast(LANES, 1f / 7));
            sum = sum.fma(square, FloatVector.broadcast(LANES, 1f / 5));
            sum = sum.fma(square, FloatVector.broadcast(LANES, 1f / 3));
            FloatVector twice = given.add(given);
            sum.mul(square).fma(twice, twice).intoArray(s, i);
        }
    }

    /** log x for normal x, in place: x = m·2ⁿ with m in [√½, √2); {@code exponents} has room for as many numbers. */
    static void logarithms(float[] x, int from, int count, float[] exponents, int exponentsFrom) {
        for (int i = 0; i < count; i += V) {
            IntVector bits = FloatVector.fromArray(LANES, x, from + i).reinterpretAsInts();
            IntVector exponent =
                    bits.sub(Float.floatToRawIntBits(HALF_ROOT)).lanewise(VectorOperators.ASHR, MANTISSA_BITS);
            FloatVector mantissa = bits.sub(exponent.lanewise(VectorOperators.LSHL, MANTISSA_BITS))
                    .reinterpretAsFloats();
            exponent.add(Float.floatToRawIntBits(ROUNDING))
                    .reinterpretAsFloats()
                    .sub(ROUNDING)
                    .intoArray(exponents, exponentsFrom + i);
            mantissa.sub(1).div(mantissa.add(1)).intoArray(x, from + i);
        }
        twiceArtanh(x, from, count);
        for (int i = 0; i < count; i += V) {
            FloatVector n = FloatVector.fromArray(LANES, exponents, exponentsFrom + i);
            FloatVector lower =
                    n.fma(FloatVector.broadcast(LANES, LN2_LOWER), FloatVector.fromArray(LANES, x, from + i));
            n.fma(FloatVector.broadcast(LANES, LN2_UPPER), lower).intoArray(x, from + i);
        }
    }
}
