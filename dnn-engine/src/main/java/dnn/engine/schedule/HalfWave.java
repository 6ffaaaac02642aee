package dnn.engine.schedule;

/** Half a cosine wave. */
final class HalfWave {
    private HalfWave() {}

    /** The number between two, at {@code share} of the way: to + ½(from − to)(1 + cos(π·share)). */
    static double between(double from, double to, double share) {
        return to + 0.5 * (from - to) * (1 + StrictMath.cos(StrictMath.PI * share));
    }
}
