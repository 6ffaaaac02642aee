package dnn.engine.metric;

import java.math.BigDecimal;
import java.math.MathContext;

/** The one place where figures lose what is nothing but rounding of float64. Thread-safe. */
public final class Rounding {
    /** Below this, a figure without a unit is 0. */
    private static final double ZERO = 1e-12;

    private static final MathContext DIGITS = new MathContext(13);

    private Rounding() {}

    /** Thirteen significant digits: 0.5 for 0.5000000000000022. What is not finite stays. */
    public static double of(double figure) {
        return Double.isFinite(figure) ? new BigDecimal(figure).round(DIGITS).doubleValue() : figure;
    }

    /** Rounds a figure that has no unit, such as a share, which is 0 where it is below 10⁻¹². */
    public static double withoutUnit(double figure) {
        return Math.abs(figure) < ZERO ? 0 : of(figure);
    }
}
