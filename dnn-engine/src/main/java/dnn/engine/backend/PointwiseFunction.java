package dnn.engine.backend;

/**
 * A function of each number by itself. Its derivative is computed from its value a = σ(z), so that z need not be kept:
 *
 * <ul>
 *   <li>identity: σ(z) = z, σ′ = 1
 *   <li>sigmoid: σ(z) = 1/(1 + e^−z), σ′ = a(1 − a)
 *   <li>tanh: σ(z) = tanh z, σ′ = 1 − a²
 *   <li>rectifier: σ(z) = z for z &gt; 0, else slope · z; σ′ = 1 for a &gt; 0, else slope
 * </ul>
 *
 * <p>Immutable and thread-safe.
 *
 * @param kind which of them
 * @param slope of the rectifier for negative z, in [0, 1)
 */
public record PointwiseFunction(Kind kind, double slope) {
    /** σ(z) = z. */
    public static final PointwiseFunction IDENTITY = new PointwiseFunction(Kind.IDENTITY, 0);

    /** σ(z) = 1/(1 + e^−z). */
    public static final PointwiseFunction SIGMOID = new PointwiseFunction(Kind.SIGMOID, 0);

    /** σ(z) = tanh z. */
    public static final PointwiseFunction TANH = new PointwiseFunction(Kind.TANH, 0);

    /** σ(z) = z for z &gt; 0, else slope · z. */
    public static PointwiseFunction rectifier(double slope) {
        return new PointwiseFunction(Kind.RECTIFIER, slope);
    }

    /** The families of functions. */
    public enum Kind {
        /** z. */
        IDENTITY,
        /** 1/(1 + e^−z). */
        SIGMOID,
        /** tanh z. */
        TANH,
        /** max(z, slope · z). */
        RECTIFIER
    }
}
