package dnn.engine.backend;

/** Offers a backend; found by {@link java.util.ServiceLoader}. Must be thread-safe. */
public interface BackendProvider {
    /** The backend's name in an experiment. */
    String id();

    /** Tells whether this machine and this JVM can run it. */
    Availability availability();

    /** The precision it computes in where the experiment does not say. */
    Precision usualPrecision();

    /** Tells whether it can compute in this precision. */
    boolean supports(Precision precision);

    /**
     * A new backend.
     *
     * @param threads the greatest count of threads to use, at least 1
     * @throws IllegalArgumentException if the precision is not supported
     */
    Backend create(Precision precision, int threads);
}
