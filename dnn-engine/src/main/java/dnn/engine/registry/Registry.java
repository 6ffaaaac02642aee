package dnn.engine.registry;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A table of what runs each record of a sealed interface, by the record's class. Thread-safe once all its entries are
 * there.
 *
 * @param <S> the declaring interface
 * @param <T> what runs it
 */
public final class Registry<S, T> {
    private final Class<S> declared;
    private final Map<Class<?>, Function<S, T>> makers = new LinkedHashMap<>();
    private final Map<Class<?>, Function<S, T>> kinds = new LinkedHashMap<>();

    private Registry(Class<S> declared) {
        this.declared = declared;
    }

    /** A registry without entries for this interface. */
    public static <S, T> Registry<S, T> of(Class<S> declared) {
        return new Registry<>(declared);
    }

    /**
     * Adds one class; returns this registry.
     *
     * @throws IllegalStateException if the class is there already
     */
    public <R extends S> Registry<S, T> with(Class<R> type, Function<R, T> maker) {
        if (makers.putIfAbsent(type, spec -> maker.apply(type.cast(spec))) != null) {
            throw new IllegalStateException(type.getName() + " is registered twice");
        }
        return this;
    }

    /** Says what runs each class without an entry that is of this kind; returns this registry. */
    public <K> Registry<S, T> otherwise(Class<K> kind, Function<K, T> maker) {
        kinds.put(kind, spec -> maker.apply(kind.cast(spec)));
        return this;
    }

    /**
     * Adds what other libraries bring; returns this registry.
     *
     * @throws IllegalStateException if two of them run the same class
     */
    public Registry<S, T> with(Iterable<? extends Extension<S, T>> extensions) {
        extensions.forEach(extension -> extension.addTo(this));
        return this;
    }

    /**
     * Adds every class of another registry, with something made of what runs it there; returns this registry.
     *
     * @throws IllegalStateException if one of the classes is there already
     */
    public <U> Registry<S, T> withAll(Registry<S, U> others, Function<U, T> maker) {
        others.makers.forEach((type, made) -> {
            if (makers.putIfAbsent(type, made.andThen(maker)) != null) {
                throw new IllegalStateException(type.getName() + " is registered twice");
            }
        });
        return this;
    }

    /**
     * The object that runs this declaration.
     *
     * @throws IllegalStateException if nothing that runs its class was registered
     */
    public T make(S spec) {
        return maker(spec.getClass())
                .orElseThrow(() -> new IllegalStateException(spec.getClass().getName() + " is a "
                        + declared.getSimpleName() + " without an entry in the registry"))
                .apply(spec);
    }

    /** Tells whether declarations of this class can be run. */
    public boolean runs(Class<?> type) {
        return maker(type).isPresent();
    }

    private Optional<Function<S, T>> maker(Class<?> type) {
        return Optional.ofNullable(makers.get(type))
                .or(() -> kinds.entrySet().stream()
                        .filter(kind -> kind.getKey().isAssignableFrom(type))
                        .map(Map.Entry::getValue)
                        .findFirst());
    }
}
