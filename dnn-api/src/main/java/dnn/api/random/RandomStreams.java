package dnn.api.random;

/**
 * All random numbers of an experiment: independent streams, each named by its purpose ({@code split},
 * {@code initialization/hidden1}, {@code shuffle/epoch/7}) and seeded from (seed, name) alone, so that adding one moves
 * no other.
 *
 * @param seed the experiment's seed
 */
public record RandomStreams(long seed) {

    /** The stream of this name, from its beginning. */
    public RandomStream stream(String name) {
        return RandomStream.of(seed, name);
    }

    /** The key under which {@link CounterHash} numbers belong to this name. */
    public long key(String name) {
        return RandomStream.of(seed, name).nextLong();
    }
}
