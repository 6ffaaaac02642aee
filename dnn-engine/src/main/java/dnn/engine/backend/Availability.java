package dnn.engine.backend;

/** Checks whether a backend can run here. Immutable and thread-safe. */
public sealed interface Availability permits Availability.Usable, Availability.Unusable {
    /**
     * It can.
     *
     * @param preference the greatest is taken; 0 for the reference
     */
    record Usable(int preference) implements Availability {}

    /**
     * It cannot.
     *
     * @param reason what is missing
     * @param remedy what would make it usable
     */
    record Unusable(String reason, String remedy) implements Availability {}
}
