package dnn.api.activation;

/**
 * The normal distribution with mean 0 and variance 1. For z ≤ 0 its share below z is Φ(z) = ½·e^(−z²/2)·t·P(2t − 1)
 * with t = 3/(3 + |z|/√2) and a polynomial P, for z &gt; 0 Φ(z) = 1 − Φ(−z). P is written in Chebyshev polynomials; its
 * terms left out are below 2e-16, so that e^(−z²/2) makes the error: in relative terms about z²/2 units of rounding.
 */
final class NormalDistribution {
    /** Chebyshev coefficients of e^(x²)·erfc(x)/t on t in (0, 1], computed with 40 digits. */
    private static final double[] COEFFICIENTS = {
        0.9422921493205813,
        0.37715894969156577,
        0.11803603344749546,
        0.028362346699695153,
        0.004871757757605546,
        0.00045985238787654427,
        -2.143022238105315e-05,
        -1.301447369924135e-05,
        -8.809283582853514e-07,
        2.7464800479702846e-07,
        4.415991899223785e-08,
        -6.398408385575483e-09,
        -1.6768357212484645e-09,
        1.9473354700890025e-10,
        6.247441303469389e-11,
        -8.124557552244496e-12,
        -2.330314613222566e-12,
        4.191038539225333e-13,
        8.19333526881303e-14,
        -2.3352472107929263e-14,
        -2.2442585649165363e-15,
        1.2811435298050507e-15
    };

    private static final double ROOT_HALF = StrictMath.sqrt(0.5);
    private static final double GREATEST_DENSITY = 1 / StrictMath.sqrt(2 * StrictMath.PI);

    private NormalDistribution() {}

    /** Φ(z). */
    static double below(double z) {
        double t = 3 / (3 + Math.abs(z) * ROOT_HALF);
        double twice = 2 * (2 * t - 1);
        double sum = 0;
        double before = 0;
        for (int i = COEFFICIENTS.length - 1; i > 0; i--) {
            double next = twice * sum - before + COEFFICIENTS[i];
            before = sum;
            sum = next;
        }
        double tail = StrictMath.exp(-z * z / 2) * t * (twice * sum / 2 - before + COEFFICIENTS[0] / 2) / 2;
        return z > 0 ? 1 - tail : tail;
    }

    /** φ(z) = e^(−z²/2)/√(2π). */
    static double density(double z) {
        return GREATEST_DENSITY * StrictMath.exp(-z * z / 2);
    }
}
