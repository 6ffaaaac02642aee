package dnn.api.dataset;

import dnn.api.data.Scale;

/**
 * A fitted scaling of numbers: (f(x) − offset)/divisor, where f(x) = sign(x)·ln(1 + |x|) for {@link Scale#LOG} and x
 * otherwise.
 *
 * @param scale how offset and divisor were found
 * @param offset what is subtracted
 * @param divisor what the difference is divided by, not 0
 */
public record Scaling(Scale scale, double offset, double divisor) {
    /** Numbers stay as they are. */
    public static final Scaling NONE = new Scaling(Scale.NONE, 0, 1);

    /** (f(x) − offset)/divisor. */
    public double encode(double x) {
        return (transformed(scale, x) - offset) / divisor;
    }

    /**
     * The number that becomes {@code value}: f⁻¹(value·divisor + offset), with f⁻¹(v) = sign(v)·(e^|v| − 1) for
     * {@link Scale#LOG}.
     */
    public double decode(double value) {
        double shifted = value * divisor + offset;
        return scale == Scale.LOG ? Math.copySign(StrictMath.expm1(Math.abs(shifted)), shifted) : shifted;
    }

    /** f(x). */
    public static double transformed(Scale scale, double x) {
        return scale == Scale.LOG ? Math.copySign(StrictMath.log1p(Math.abs(x)), x) : x;
    }
}
