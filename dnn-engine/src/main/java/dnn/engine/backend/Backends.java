package dnn.engine.backend;

import dnn.api.EngineSettings;
import dnn.api.grammar.Names;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** The backends there are, and the choice among them. Immutable and thread-safe. */
public final class Backends {
    private final List<BackendProvider> providers;

    /**
     * A choice among these.
     *
     * @throws UnusableBackendException if two of them have one name
     */
    public Backends(List<BackendProvider> providers) {
        this.providers = List.copyOf(providers);
        Map<String, BackendProvider> byName = new HashMap<>();
        for (BackendProvider provider : providers) {
            BackendProvider other = byName.putIfAbsent(provider.id(), provider);
            if (other != null) {
                throw new UnusableBackendException("two backends are called `" + provider.id() + "`: "
                        + other.getClass().getName() + " and "
                        + provider.getClass().getName()
                        + "; take one of their jars off the class path");
            }
        }
    }

    /** Every provider on the class path. */
    public static Backends discovered() {
        return new Backends(ServiceLoader.load(BackendProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList());
    }

    /** The providers. */
    public List<BackendProvider> providers() {
        return providers;
    }

    /** The provider of this name, if there is one. */
    public Optional<BackendProvider> provider(String id) {
        return providers.stream().filter(found -> found.id().equals(id)).findFirst();
    }

    /**
     * A new backend as the settings ask: the named one, or for {@code auto} the usable one of the highest preference
     * that has the asked precision.
     *
     * @throws UnusableBackendException if there is none; the message says what, why and what would help
     */
    public BackendChoice choose(EngineSettings settings) {
        if (!settings.backend().equals(new EngineSettings.Backend.Auto())) {
            return explicit(settings.backend().id(), settings);
        }
        Optional<BackendProvider> best = Optional.empty();
        int preference = Integer.MIN_VALUE;
        List<String> others = new ArrayList<>();
        for (BackendProvider provider : providers) {
            Optional<String> obstacle = obstacle(provider, settings.precision());
            if (obstacle.isPresent()) {
                others.add(provider.id() + " " + obstacle.orElseThrow());
            } else if (provider.availability() instanceof Availability.Usable usable
                    && (best.isEmpty() || usable.preference() > preference)) {
                best.ifPresent(slower -> others.add(slower.id() + " is slower"));
                best = Optional.of(provider);
                preference = usable.preference();
            } else {
                others.add(provider.id() + " is slower");
            }
        }
        if (best.isEmpty()) {
            throw new UnusableBackendException("no backend can run this experiment: " + String.join("; ", others));
        }
        return create(best.orElseThrow(), settings, others);
    }

    private BackendChoice explicit(String id, EngineSettings settings) {
        BackendProvider provider = provider(id)
                .orElseThrow(() ->
                        new UnusableBackendException("backend `" + id + "` is not part of this program; there are: "
                                + providers.stream().map(Backends::described).collect(Collectors.joining(", "))
                                + "; set `engine.backend: auto`"));
        Optional<String> obstacle = obstacle(provider, settings.precision());
        if (obstacle.isPresent()) {
            throw new UnusableBackendException("backend `" + id + "` " + obstacle.orElseThrow());
        }
        return create(provider, settings, List.of("asked for"));
    }

    /** The name of a backend, and why it cannot be used where it cannot. */
    private static String described(BackendProvider provider) {
        return provider.availability() instanceof Availability.Unusable unusable
                ? provider.id() + " (not usable: " + unusable.reason() + ")"
                : provider.id();
    }

    /** The reason why this provider cannot serve, and what would help. */
    private static Optional<String> obstacle(BackendProvider provider, EngineSettings.Precision precision) {
        if (provider.availability() instanceof Availability.Unusable unusable) {
            return Optional.of("is not usable: " + unusable.reason() + "; " + unusable.remedy());
        }
        Precision wanted = precision(provider, precision);
        return provider.supports(wanted)
                ? Optional.empty()
                : Optional.of("does not compute in " + Names.of(wanted) + "; set `engine.precision: "
                        + Names.of(provider.usualPrecision()) + "` or `auto`");
    }

    private static BackendChoice create(BackendProvider provider, EngineSettings settings, List<String> reasons) {
        int threads = settings.threads() instanceof EngineSettings.Threads.Count fixed
                ? fixed.count()
                : Runtime.getRuntime().availableProcessors();
        Backend backend = provider.create(precision(provider, settings.precision()), threads);
        String because = reasons.isEmpty() ? "the only one there is" : String.join("; ", reasons);
        return new BackendChoice(
                backend, "backend " + backend.id() + " in " + Names.of(backend.precision()) + " (" + because + ")");
    }

    private static Precision precision(BackendProvider provider, EngineSettings.Precision asked) {
        return switch (asked) {
            case AUTO -> provider.usualPrecision();
            case FLOAT32 -> Precision.FLOAT32;
            case FLOAT64 -> Precision.FLOAT64;
        };
    }
}
