package dnn.engine.backend.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Functions of every lane, from fused multiply-adds and correctly rounded operations only, so that interpreter, compiler and any width of vector give the same
 * bits. NaN stays NaN.
 *
 * <p>Exponential: x = n·ln 2 + r with |r| ≤ ln 2/2, eʳ by its Taylor polynomial of degree 14 (remainder below 5e-18), times 2ⁿ. Logarithm: 2·artanh s = 2·Σ
 * s^(2j+1)/(2j+1) with s = (x − 1)/(x + 1). Greatest relative errors, as the tests measure and demand: exp, sigmoid, tanh and log1p 4·2⁻⁵³ where the result is a normal
 * number.
 */
final class DoubleFunctions {
    private static final VectorSpecies<Double> LANES = Lanes.DOUBLE;

    // Adding and subtracting it rounds to an integer, which then stands in the low bits of the sum.
    private static final double ROUNDING = 0x1.8p52;
    private static final int MANTISSA_BITS = 52;
    private static final double LOG2_E = 0x1.71547652b82fep0;
    // ln 2 in two parts, the upper with so few bits that its products with n are exact.
    private static final double LN2_UPPER = 0x1.62e42fee00000p-1;
    private static final double LN2_LOWER = 0x1.a39ef35793c76p-33;
    private static final double SMALLEST_EXPONENT = -708.3;

    // Below it, tanh is computed from e^2x − 1 by its own series, which does not cancel.
    private static final double SMALL_TANH = 0.17;

    private static final double ZERO = 0.0;
    private static final double ONE = 1.0;
    private static final double HALF_ROOT = 0x1.6a09e667f3bcdp-1;
    private static final double TWO = 2.0;

    private DoubleFunctions() {}

    /** A number of this precision. */
    static double number(double value) {
        return value;
    }

    /** eˣ for x ≤ 0; no result is below the smallest normal number. */
    static DoubleVector expOfNegative(DoubleVector x) {
        DoubleVector bounded = x.blend(SMALLEST_EXPONENT, x.compare(VectorOperators.LT, SMALLEST_EXPONENT));
        DoubleVector shifted =
                bounded.fma(DoubleVector.broadcast(LANES, LOG2_E), DoubleVector.broadcast(LANES, ROUNDING));
        DoubleVector n = shifted.sub(ROUNDING);
        DoubleVector r = n.fma(DoubleVector.broadcast(LANES, -LN2_UPPER), bounded);
        r = n.fma(DoubleVector.broadcast(LANES, -LN2_LOWER), r);
        DoubleVector power = DoubleVector.broadcast(LANES, ONE)
                .reinterpretAsLongs()
                .add(shifted.reinterpretAsLongs().lanewise(VectorOperators.LSHL, MANTISSA_BITS))
                .reinterpretAsDoubles();
        return exponentialSeries(r).fma(r, DoubleVector.broadcast(LANES, ONE)).mul(power);
    }

    /** (eʳ − 1)/r for |r| ≤ ln 2/2. */
    private static DoubleVector exponentialSeries(DoubleVector r) {
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
        sum = sum.fma(r, DoubleVector.broadcast(LANES, ONE));
        return sum;
    }

    /** 1/(1 + e^−z), from e^−|z|, which cannot overflow. */
    static DoubleVector sigmoid(DoubleVector z) {
        DoubleVector e = expOfNegative(z.abs().neg());
        DoubleVector one = DoubleVector.broadcast(LANES, ONE);
        DoubleVector numerator = one.blend(e, z.compare(VectorOperators.LT, ZERO));
        return numerator.div(e.add(ONE));
    }

    /** tanh z = −(e^−2|z| − 1)/(e^−2|z| + 1) with the sign of z. */
    static DoubleVector tanh(DoubleVector z) {
        DoubleVector magnitude = z.abs();
        DoubleVector doubled = magnitude.add(magnitude).neg();
        DoubleVector e = expOfNegative(doubled);
        DoubleVector small = exponentialSeries(doubled).mul(doubled);
        DoubleVector difference = e.sub(ONE).blend(small, magnitude.compare(VectorOperators.LT, SMALL_TANH));
        DoubleVector result = difference.div(difference.add(TWO)).neg();
        return result.blend(result.neg(), z.compare(VectorOperators.LT, ZERO));
    }

    /** log(1 + x) for x in [0, 1], with s = x/(2 + x) ≤ ⅓. */
    static DoubleVector log1p(DoubleVector x) {
        return twiceArtanh(x.div(x.add(TWO)));
    }

    private static DoubleVector twiceArtanh(DoubleVector s) {
        DoubleVector square = s.mul(s);
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
        DoubleVector twice = s.add(s);
        return sum.mul(square).fma(twice, twice);
    }

    /** z where it is above 0, else 0, also for −∞. */
    static DoubleVector rectify(DoubleVector z) {
        return z.blend(ZERO, z.compare(VectorOperators.LE, ZERO));
    }

    /** z where it is above 0, else slope·z. */
    static DoubleVector rectify(DoubleVector z, double slope) {
        return z.blend(z.mul(slope), z.compare(VectorOperators.LE, ZERO));
    }

    /** log x for normal x: the mantissa in [√½, √2), the exponent times ln 2. */
    static DoubleVector log(DoubleVector x) {
        LongVector bits = x.reinterpretAsLongs();
        LongVector exponent =
                bits.sub(Double.doubleToRawLongBits(HALF_ROOT)).lanewise(VectorOperators.ASHR, MANTISSA_BITS);
        DoubleVector mantissa =
                bits.sub(exponent.lanewise(VectorOperators.LSHL, MANTISSA_BITS)).reinterpretAsDoubles();
        DoubleVector n = exponent.add(Double.doubleToRawLongBits(ROUNDING))
                .reinterpretAsDoubles()
                .sub(ROUNDING);
        DoubleVector small = twiceArtanh(mantissa.sub(ONE).div(mantissa.add(ONE)));
        DoubleVector lower = n.fma(DoubleVector.broadcast(LANES, LN2_LOWER), small);
        return n.fma(DoubleVector.broadcast(LANES, LN2_UPPER), lower);
    }
}
