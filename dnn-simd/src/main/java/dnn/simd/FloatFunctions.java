package dnn.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Functions of number after number, from fused multiply-adds and correctly rounded operations only, so that
 * interpreter, compiler and any width of vector give the same bits. NaN stays NaN. Each works on whole vectors in
 * arrays: vectors handed from method to method live on the heap whenever the compiler inlines one of them less than
 * hoped.
 *
 * <p>Exponential: x = n·ln 2 + r with |r| ≤ ln 2/2, eʳ by its Taylor polynomial, times 2ⁿ; the polynomial is of degree
 * 7 for numbers of 32 bits (remainder below 6e-9) and of degree 14 for numbers of 64 bits (below 5e-18). Logarithms:
 * 2·artanh s = 2·Σ s^(2j+1)/(2j+1) with s = (x − 1)/(x + 1), up to s¹⁷ and s³⁷. What the tests demand of relative
 * errors, where the result is a normal number, in units u of rounding (2⁻²⁴ and 2⁻⁵³): sigmoid 6·u, tanh and the
 * cross-entropies' logarithms 8·u.
 *
 * <p>What numbers of 64 bits need besides stands here, too: {@link #WIDE} is a constant, so that the compiler leaves it
 * out.
 */
@SuppressWarnings("cast") // One of the two classes made from this text needs the casts.
final class FloatFunctions {
    private static final VectorSpecies<Float> LANES = Lanes.FLOAT;
    private static final int V = LANES.length();
    private static final boolean WIDE = Float.BYTES == Long.BYTES;
    private static final float ONE = 1;

    // Adding and subtracting it rounds to an integer, which then stands in the low bits of the sum.
    private static final float ROUNDING = WIDE ? 0x1.8p52f : 0x1.8p23f;
    private static final int MANTISSA_BITS = WIDE ? 52 : 23;
    private static final float LOG2_E = (float) (WIDE ? 0x1.71547652b82fep0 : 0x1.715476p0);
    // ln 2 in two parts, the upper with so few bits that its products with n are exact.
    private static final float LN2_UPPER = (float) (WIDE ? 0x1.62e42fee00000p-1 : 0x1.62e4p-1);
    private static final float LN2_LOWER = (float) (WIDE ? 0x1.a39ef35793c76p-33 : 0x1.7f7d1cp-20);
    private static final float SMALLEST_EXPONENT = (float) (WIDE ? -708.3 : -87.3);
    private static final float HALF_ROOT = (float) (WIDE ? 0x1.6a09e667f3bcdp-1 : 0x1.6a09e6p-1);

    private FloatFunctions() {}

    /** A number of this precision. */
    static float number(double value) {
        return (float) value;
    }

    /**
     * eˣ − {@code minus} for x ≤ 0, in place: with 0 the exponential, no result below the smallest normal number; with
     * 1 accurate near 0, where it vanishes.
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
            FloatVector sum = FloatVector.broadcast(LANES, WIDE ? ONE / 87178291200L : ONE / 5040);
            if (WIDE) {
                sum = sum.fma(r, FloatVector.broadcast(LANES, ONE / 6227020800L));
                sum = sum.fma(r, FloatVector.broadcast(LANES, ONE / 479001600));
                sum = sum.fma(r, FloatVector.broadcast(LANES, ONE / 39916800));
                sum = sum.fma(r, FloatVector.broadcast(LANES, ONE / 3628800));
                sum = sum.fma(r, FloatVector.broadcast(LANES, ONE / 362880));
                sum = sum.fma(r, FloatVector.broadcast(LANES, ONE / 40320));
                sum = sum.fma(r, FloatVector.broadcast(LANES, ONE / 5040));
            }
            sum = sum.fma(r, FloatVector.broadcast(LANES, ONE / 720));
            sum = sum.fma(r, FloatVector.broadcast(LANES, ONE / 120));
            sum = sum.fma(r, FloatVector.broadcast(LANES, ONE / 24));
            sum = sum.fma(r, FloatVector.broadcast(LANES, ONE / 6));
            sum = sum.fma(r, FloatVector.broadcast(LANES, ONE / 2));
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
            FloatVector sum = FloatVector.broadcast(LANES, WIDE ? ONE / 37 : ONE / 17);
            if (WIDE) {
                sum = sum.fma(square, FloatVector.broadcast(LANES, ONE / 35));
                sum = sum.fma(square, FloatVector.broadcast(LANES, ONE / 33));
                sum = sum.fma(square, FloatVector.broadcast(LANES, ONE / 31));
                sum = sum.fma(square, FloatVector.broadcast(LANES, ONE / 29));
                sum = sum.fma(square, FloatVector.broadcast(LANES, ONE / 27));
                sum = sum.fma(square, FloatVector.broadcast(LANES, ONE / 25));
                sum = sum.fma(square, FloatVector.broadcast(LANES, ONE / 23));
                sum = sum.fma(square, FloatVector.broadcast(LANES, ONE / 21));
                sum = sum.fma(square, FloatVector.broadcast(LANES, ONE / 19));
                sum = sum.fma(square, FloatVector.broadcast(LANES, ONE / 17));
            }
            sum = sum.fma(square, FloatVector.broadcast(LANES, ONE / 15));
            sum = sum.fma(square, FloatVector.broadcast(LANES, ONE / 13));
            sum = sum.fma(square, FloatVector.broadcast(LANES, ONE / 11));
            sum = sum.fma(square, FloatVector.broadcast(LANES, ONE / 9));
            sum = sum.fma(square, FloatVector.broadcast(LANES, ONE / 7));
            sum = sum.fma(square, FloatVector.broadcast(LANES, ONE / 5));
            sum = sum.fma(square, FloatVector.broadcast(LANES, ONE / 3));
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
