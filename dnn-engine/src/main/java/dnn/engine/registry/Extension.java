package dnn.engine.registry;

/**
 * The entries that another library adds to a registry; found by {@link java.util.ServiceLoader} under the interface of
 * its kind.
 *
 * @param <S> the declaring interface
 * @param <T> what runs it
 */
public interface Extension<S, T> {
    /** Adds an entry for each record of the library. */
    void addTo(Registry<S, T> registry);
}
