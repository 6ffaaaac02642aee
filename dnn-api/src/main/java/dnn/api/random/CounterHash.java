package dnn.api.random;

/**
 * Random numbers addressed by counters instead of drawn in order: no state, so any thread may compute any of them. The
 * number at a counter is that output of SplitMix64 (Steele, Lea and Flood, 2014) seeded with the key; several counters
 * nest, each result being the key of the next.
 */
public final class CounterHash {
    private static final long GAMMA = 0x9e3779b97f4a7c15L;

    private CounterHash() {}

    /** 64 random bits for this key and counter, which counts from 0. */
    public static long at(long key, long counter) {
        long z = key + (counter + 1) * GAMMA;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /**
     * The bound for which {@code (bits >>> 11) < bound} holds with this probability (to 2⁻⁵³) for random bits.
     *
     * @throws IllegalArgumentException if it is not a probability
     */
    public static long bound(double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("a probability lies in [0, 1], not " + probability);
        }
        return (long) Math.ceil(probability * 0x1.0p53);
    }
}
