package dnn.engine.backend.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Functions of number after number, from fused multiply-adds and correctly rounded operations only, so that interpreter, compiler and any width of vector give the
 * same bits. NaN stays NaN. Each works on whole vectors in arrays: vectors handed from method to method live on the heap whenever the compiler inlines one of them
 * less than hoped.
 *
 * <p>Exponential: x = n·ln 2 + r with |r| ≤ ln 2/2, eʳ by its Taylor polynomial of degree 14 (remainder below 5e-18), times 2ⁿ. Logarithms: 2·artanh s = 2·Σ
 * s^(2j+1)/(2j+1) with s = (x − 1)/(x + 1). What the tests demand of relative errors, where the result is a normal number: sigmoid 6·2⁻⁵³, tanh and the
 * cross-entropies' logarithms 8·2⁻⁵³.
 */
final class DoubleFunctions {
    private static final VectorSpecies<Double> LANES = Lanes.DOUBLE;
    private static final int V = LANES.length();

    // Adding and subtracting it rounds to an integer, which then stands in the low bits of the sum.
    private static final double ROUNDING = 0x1.8p52;
    private static final int MANTISSA_BITS = 52;
    private static final double LOG2_E = 0x1.71547652b82fep0;
    // ln 2 in two parts, the upper with so few bits that its products with n are exact.
    private static final double LN2_UPPER = 0x1.62e42fee00000p-1;
    private static final double LN2_LOWER = 0x1.a39ef35793c76p-33;
    private static final double SMALLEST_EXPONENT = -708.3;
    private static final double HALF_ROOT = 0x1.6a09e667f3bcdp-1;

    private DoubleFunctions() {}

    /** A number of this precision. */
    static double number(double value) {
        return value;
    }

    /**
     * eˣ − {@code minus} for x ≤ 0, in place: with 0 the exponential, no result below the smallest normal number; with 1 accurate near 0, where it vanishes.
     */
    static void exponentials(double[] x, int from, int count, double minus) {
        for (int i = from; i < from + count; i += V) {
            DoubleVector given = DoubleVector.fromArray(LANES, x, i);
            DoubleVector bounded = given.blend(SMALLEST_EXPONENT, given.compare(VectorOperators.LT, SMALLEST_EXPONENT));
            DoubleVector shifted =
                    bounded.fma(DoubleVector.broadcast(LANES, LOG2_E), DoubleVector.broadcast(LANES, ROUNDING));
            DoubleVector n = shifted.sub(ROUNDING);
            DoubleVector r = n.fma(DoubleVector.broadcast(LANES, -LN2_UPPER), bounded);
            r = n.fma(DoubleVector.broadcast(LANES, -LN2_LOWER), r);
            // (eʳ − 1)/r
            DoubleVector sum = DoubleVector.broadcast(LANES, 1.0 / 87178291200L);
            sum = sum.fma(r, DoubleVector.broadcast(LANES, 1.0 / 6227020800L));
            sum = sum.fma(r, DoubleVector.broadcast(LANES, 1.0 / 479001600));
            sum = sum.fma(r, DoubleVector.broadcast(LANES, 1.0 / 39916800));
            sum = sum.fma(r, DoubleVector.broadcast(LANES, 1.0 / 3628800));
            sum = sum.fma(r, DoubleVector.broadcast(LANES, 1.0 / 362880));
            sum = sum.fma(r, DoubleVector.broadcast(LANES, 1.0 / 40320));
            sum = sum.fma(r, DoubleVector.broadcast(LANES, 1.0 / 5040));
            sum = sum.fma(r, DoubleVector.broadcast(LANES, 1.0 / 720));
            sum = sum.fma(r, DoubleVector.broadcast(LANES, 1.0 / 120));
            sum = sum.fma(r, DoubleVector.broadcast(LANES, 1.0 / 24));
            sum = sum.fma(r, DoubleVector.broadcast(LANES, 1.0 / 6));
            sum = sum.fma(r, DoubleVector.broadcast(LANES, 1.0 / 2));
            sum = sum.fma(r, DoubleVector.broadcast(LANES, 1));
            DoubleVector power = DoubleVector.broadcast(LANES, 1)
                    .reinterpretAsLongs()
                    .add(shifted.reinterpretAsLongs().lanewise(VectorOperators.LSHL, MANTISSA_BITS))
                    .reinterpretAsDoubles();
            sum.mul(r).fma(power, power.sub(minus)).intoArray(x, i);
        }
    }

    /** 2·artanh s for |s| ≤ ⅓, in place. */
    static void twiceArtanh(double[] s, int from, int count) {
        for (int i = from; i < from + count; i += V) {
            DoubleVector given = DoubleVector.fromArray(LANES, s, i);
            DoubleVector square = given.mul(given);
            DoubleVector sum = DoubleVector.broadcast(LANES, 1.0 / 37);
            sum = sum.fma(square, DoubleVector.broadcast(LANES, 1.0 / 35));
            sum = sum.fma(square, DoubleVector.broadcast(LANES, 1.0 / 33));
            sum = sum.fma(square, DoubleVector.broadcast(LANES, 1.0 / 31));
            sum = sum.fma(square, DoubleVector.broadcast(LANES, 1.0 / 29));
            sum = sum.fma(square, DoubleVector.broadcast(LANES, 1.0 / 27));
            sum = sum.fma(square, DoubleVector.broadcast(LANES, 1.0 / 25));
            sum = sum.fma(square, DoubleVector.broadcast(LANES, 1.0 / 23));
            sum = sum.fma(square, DoubleVector.broadcast(LANES, 1.0 / 21));
            sum = sum.fma(square, DoubleVector.broadcast(LANES, 1.0 / 19));
            sum = sum.fma(square, DoubleVector.broadcast(LANES, 1.0 / 17));
            sum = sum.fma(square, DoubleVector.broadcast(LANES, 1.0 / 15));
            sum = sum.fma(square, DoubleVector.broadcast(LANES, 1.0 / 13));
            sum = sum.fma(square, DoubleVector.broadcast(LANES, 1.0 / 11));
            sum = sum.fma(square, DoubleVector.broadcast(LANES, 1.0 / 9));
            sum = sum.fma(square, DoubleVector.broadcast(LANES, 1.0 / 7));
            sum = sum.fma(square, DoubleVector.broadcast(LANES, 1.0 / 5));
            sum = sum.fma(square, DoubleVector.broadcast(LANES, 1.0 / 3));
            DoubleVector twice = given.add(given);
            sum.mul(square).fma(twice, twice).intoArray(s, i);
        }
    }

    /** log x for normal x, in place: x = m·2ⁿ with m in [√½, √2); {@code exponents} has room for as many numbers. */
    static void logarithms(double[] x, int from, int count, double[] exponents, int exponentsFrom) {
        for (int i = 0; i < count; i += V) {
            LongVector bits = DoubleVector.fromArray(LANES, x, from + i).reinterpretAsLongs();
            LongVector exponent =
                    bits.sub(Double.doubleToRawLongBits(HALF_ROOT)).lanewise(VectorOperators.ASHR, MANTISSA_BITS);
            DoubleVector mantissa = bits.sub(exponent.lanewise(VectorOperators.LSHL, MANTISSA_BITS))
                    .reinterpretAsDoubles();
            exponent.add(Double.doubleToRawLongBits(ROUNDING))
                    .reinterpretAsDoubles()
                    .sub(ROUNDING)
                    .intoArray(exponents, exponentsFrom + i);
            mantissa.sub(1).div(mantissa.add(1)).intoArray(x, from + i);
        }
        twiceArtanh(x, from, count);
        for (int i = 0; i < count; i += V) {
            DoubleVector n = DoubleVector.fromArray(LANES, exponents, exponentsFrom + i);
            DoubleVector lower =
                    n.fma(DoubleVector.broadcast(LANES, LN2_LOWER), DoubleVector.fromArray(LANES, x, from + i));
            n.fma(DoubleVector.broadcast(LANES, LN2_UPPER), lower).intoArray(x, from + i);
        }
    }
}
