package dnn.engine.backend.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Functions of every lane, from fused multiply-adds and correctly rounded operations only, so that interpreter, compiler and any width of vector give the same
 * bits. NaN stays NaN.
 *
 * <p>Exponential: x = n·ln 2 + r with |r| ≤ ln 2/2, eʳ by its Taylor polynomial of degree 7 (remainder below 6e-9), times 2ⁿ. Logarithm: 2·artanh s = 2·Σ
 * s^(2j+1)/(2j+1) with s = (x − 1)/(x + 1). Greatest relative errors, as the tests measure and demand: exp, sigmoid, tanh and log1p 4·2⁻²⁴ where the result is a normal
 * number.
 */
final class FloatFunctions {
    private static final VectorSpecies<Float> LANES = Lanes.FLOAT;

    // Adding and subtracting it rounds to an integer, which then stands in the low bits of the sum.
    private static final float ROUNDING = 0x1.8p23f;
    private static final int MANTISSA_BITS = 23;
    private static final float LOG2_E = 0x1.715476p0f;
    // ln 2 in two parts, the upper with so few bits that its products with n are exact.
    private static final float LN2_UPPER = 0x1.62e4p-1f;
    private static final float LN2_LOWER = 0x1.7f7d1cp-20f;
    private static final float SMALLEST_EXPONENT = -87.3f;

    // Below it, tanh is computed from e^2x − 1 by its own series, which does not cancel.
    private static final float SMALL_TANH = 0.17f;

    private static final float ZERO = 0.0f;
    private static final float ONE = 1.0f;
    private static final float HALF_ROOT = 0x1.6a09e6p-1f;
    private static final float TWO = 2.0f;

    private FloatFunctions() {}

    /** A number of this precision. */
    static float number(double value) {
        return (float) value;
    }

    /** eˣ for x ≤ 0; no result is below the smallest normal number. */
    static FloatVector expOfNegative(FloatVector x) {
        FloatVector bounded = x.blend(SMALLEST_EXPONENT, x.compare(VectorOperators.LT, SMALLEST_EXPONENT));
        FloatVector shifted = bounded.fma(FloatVector.broadcast(LANES, LOG2_E), FloatVector.broadcast(LANES, ROUNDING));
        FloatVector n = shifted.sub(ROUNDING);
        FloatVector r = n.fma(FloatVector.broadcast(LANES, -LN2_UPPER), bounded);
        r = n.fma(FloatVector.broadcast(LANES, -LN2_LOWER), r);
        FloatVector power = FloatVector.broadcast(LANES, ONE)
                .reinterpretAsInts()
                .add(shifted.reinterpretAsInts().lanewise(VectorOperators.LSHL, MANTISSA_BITS))
                .reinterpretAsFloats();
        return exponentialSeries(r).fma(r, FloatVector.broadcast(LANES, ONE)).mul(power);
    }

    /** (eʳ − 1)/r for |r| ≤ ln 2/2. */
    private static FloatVector exponentialSeries(FloatVector r) {
        FloatVector sum = FloatVector.broadcast(LANES, 1f / 5040);
        sum = sum.fma(r, FloatVector.broadcast(LANES, 1f / 720));
        sum = sum.fma(r, FloatVector.broadcast(LANES, 1f / 120));
        sum = sum.fma(r, FloatVector.broadcast(LANES, 1f / 24));
        sum = sum.fma(r, FloatVector.broadcast(LANES, 1f / 6));
        sum = sum.fma(r, FloatVector.broadcast(LANES, 1f / 2));
        sum = sum.fma(r, FloatVector.broadcast(LANES, ONE));
        return sum;
    }

    /** 1/(1 + e^−z), from e^−|z|, which cannot overflow. */
    static FloatVector sigmoid(FloatVector z) {
        FloatVector e = expOfNegative(z.abs().neg());
        FloatVector one = FloatVector.broadcast(LANES, ONE);
        FloatVector numerator = one.blend(e, z.compare(VectorOperators.LT, ZERO));
        return numerator.div(e.add(ONE));
    }

    /** tanh z = −(e^−2|z| − 1)/(e^−2|z| + 1) with the sign of z. */
    static FloatVector tanh(FloatVector z) {
        FloatVector magnitude = z.abs();
        FloatVector doubled = magnitude.add(magnitude).neg();
        FloatVector e = expOfNegative(doubled);
        FloatVector small = exponentialSeries(doubled).mul(doubled);
        FloatVector difference = e.sub(ONE).blend(small, magnitude.compare(VectorOperators.LT, SMALL_TANH));
        FloatVector result = difference.div(difference.add(TWO)).neg();
        return result.blend(result.neg(), z.compare(VectorOperators.LT, ZERO));
    }

    /** log(1 + x) for x in [0, 1], with s = x/(2 + x) ≤ ⅓. */
    static FloatVector log1p(FloatVector x) {
        return twiceArtanh(x.div(x.add(TWO)));
    }

    private static FloatVector twiceArtanh(FloatVector s) {
        FloatVector square = s.mul(s);
        FloatVector sum = FloatVector.broadcast(LANES, 1f / 17);
        sum = sum.fma(square, FloatVector.broadcast(LANES, 1f / 15));
        sum = sum.fma(square, FloatVector.broadcast(LANES, 1f / 13));
        sum = sum.fma(square, FloatVector.broadcast(LANES, 1f / 11));
        sum = sum.fma(square, FloatVector.broadcast(LANES, 1f / 9));
        sum = sum.fma(square, FloatVector.broadcast(LANES, 1f / 7));
        sum = sum.fma(square, FloatVector.broadcast(LANES, 1f / 5));
        sum = sum.fma(square, FloatVector.broadcast(LANES, 1f / 3));
        FloatVector twice = s.add(s);
        return sum.mul(square).fma(twice, twice);
    }

    /** z where it is above 0, else 0, also for −∞. */
    static FloatVector rectify(FloatVector z) {
        return z.blend(ZERO, z.compare(VectorOperators.LE, ZERO));
    }

    /** z where it is above 0, else slope·z. */
    static FloatVector rectify(FloatVector z, float slope) {
        return z.blend(z.mul(slope), z.compare(VectorOperators.LE, ZERO));
    }

    /** log x for normal x: the mantissa in [√½, √2), the exponent times ln 2. */
    static FloatVector log(FloatVector x) {
        IntVector bits = x.reinterpretAsInts();
        IntVector exponent = bits.sub(Float.floatToRawIntBits(HALF_ROOT)).lanewise(VectorOperators.ASHR, MANTISSA_BITS);
        FloatVector mantissa =
                bits.sub(exponent.lanewise(VectorOperators.LSHL, MANTISSA_BITS)).reinterpretAsFloats();
        FloatVector n = exponent.add(Float.floatToRawIntBits(ROUNDING))
                .reinterpretAsFloats()
                .sub(ROUNDING);
        FloatVector small = twiceArtanh(mantissa.sub(ONE).div(mantissa.add(ONE)));
        FloatVector lower = n.fma(FloatVector.broadcast(LANES, LN2_LOWER), small);
        return n.fma(FloatVector.broadcast(LANES, LN2_UPPER), lower);
    }
}
