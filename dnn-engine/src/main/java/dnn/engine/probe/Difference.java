package dnn.engine.probe;

/**
 * An analytic against a numeric gradient. Immutable and thread-safe.
 *
 * @param tensor {@code <layer>.weights}, {@code <layer>.biases}, or {@code X}
 * @param relative ‖a − n‖/(‖a‖ + ‖n‖) over the numbers that were compared
 * @param passed whether that is at most {@link GradientCheck#TOLERANCE}, and anything was compared
 */
public record Difference(String tensor, double relative, boolean passed) {}
