package dnn.api.activation;

import dnn.api.grammar.Describe;

/**
 * σ(z) = z·Φ(z), σ′(z) = Φ(z) + z·φ(z), with Φ and φ the normal distribution's share below z and its density. The
 * approximation is σ(z) = z·(1 + tanh u)/2 with u = √(2/π)·(z + 0.044715·z³). Hendrycks and Gimpel, 2016.
 *
 * @param approximate whether Φ is replaced by a tanh, as some networks were trained
 */
@Describe("z times the normal distribution's share below z")
public record Gelu(
        @Describe("What stands for the share below z: itself, or a `tanh` that comes near it.")
        Approximation approximate)
        implements FormulaActivation {
    /** Ways to compute Φ. */
    public enum Approximation {
        /** Φ itself. */
        NONE,
        /** (1 + tanh u)/2. */
        TANH
    }

    private static final double ROOT_OF_TWO_BY_PI = StrictMath.sqrt(2 / StrictMath.PI);
    private static final double CUBIC = 0.044715;

    /** The function itself. */
    public static Gelu defaults() {
        return new Gelu(Approximation.NONE);
    }

    /** A copy with this approximation. */
    public Gelu approximate(Approximation newApproximation) {
        return new Gelu(newApproximation);
    }

    @Override
    public double value(double z) {
        return z * share(z);
    }

    @Override
    public double derivative(double z) {
        double share = share(z);
        if (approximate == Approximation.NONE) {
            return share + z * NormalDistribution.density(z);
        }
        return share + z * share * (1 - share) * 2 * ROOT_OF_TWO_BY_PI * (1 + 3 * CUBIC * z * z);
    }

    /** Φ(z), or (1 + tanh u)/2 = 1/(1 + e^(−2u)), which keeps its digits where tanh u is near −1. */
    private double share(double z) {
        return approximate == Approximation.NONE
                ? NormalDistribution.below(z)
                : 1 / (1 + StrictMath.exp(-2 * ROOT_OF_TWO_BY_PI * (z + CUBIC * z * z * z)));
    }

    /** Its least value stands at z = −0.7518 (−0.7522 where approximated). */
    @Override
    public Range range() {
        return new Range(approximate == Approximation.NONE ? -0.16997120747 : -0.1700407506, Double.POSITIVE_INFINITY);
    }

    @Override
    public boolean isRectifier() {
        return true;
    }
}
