package dnn.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dnn.api.EngineSettings;
import dnn.engine.backend.Availability;
import dnn.engine.backend.Backend;
import dnn.engine.backend.BackendChoice;
import dnn.engine.backend.BackendProvider;
import dnn.engine.backend.Backends;
import dnn.engine.backend.Precision;
import dnn.engine.backend.UnusableBackendException;
import dnn.engine.backend.commonsmath.CommonsMathBackend;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackendsTest {
    private static EngineSettings settings(EngineSettings.Backend backend, EngineSettings.Precision precision) {
        return new EngineSettings(backend, precision, new EngineSettings.Threads.Count(3));
    }

    private static EngineSettings auto() {
        return settings(new EngineSettings.Backend.Auto(), EngineSettings.Precision.AUTO);
    }

    /** A provider that counts the threads it is offered; it lends the reference's arithmetic. */
    private record Fake(String id, Availability availability, List<Integer> threads) implements BackendProvider {
        @Override
        public Precision usualPrecision() {
            return Precision.FLOAT32;
        }

        @Override
        public boolean supports(Precision precision) {
            return precision == Precision.FLOAT32;
        }

        @Override
        public Backend create(Precision precision, int count) {
            threads.add(count);
            return new CommonsMathBackend() {
                @Override
                public String id() {
                    return Fake.this.id();
                }

                @Override
                public Precision precision() {
                    return precision;
                }
            };
        }
    }

    private static Backends with(Availability availability, List<Integer> threads) {
        List<BackendProvider> providers = new ArrayList<>(
                Backends.discovered().provider("commons-math").stream().toList());
        providers.add(new Fake("simd", availability, threads));
        return new Backends(providers);
    }

    @Test
    void theReferenceIsDiscovered() {
        assertThat(Backends.discovered().providers())
                .extracting(BackendProvider::id)
                .contains("commons-math");
        BackendChoice choice = Backends.discovered()
                .choose(settings(new EngineSettings.Backend.CommonsMath(), EngineSettings.Precision.AUTO));
        assertThat(choice.backend().id()).isEqualTo("commons-math");
        assertThat(choice.explanation()).isEqualTo("backend commons-math in float64 (asked for)");
    }

    @Test
    void autoTakesTheUsableOneOfTheHighestPreference() {
        List<Integer> threads = new ArrayList<>();
        BackendChoice choice = with(new Availability.Usable(10), threads).choose(auto());
        assertThat(choice.backend().id()).isEqualTo("simd");
        assertThat(choice.backend().precision()).isEqualTo(Precision.FLOAT32);
        assertThat(choice.explanation()).isEqualTo("backend simd in float32 (commons-math is slower)");
        assertThat(threads).containsExactly(3);
    }

    @Test
    void autoSaysWhyNotTheOthers() {
        Availability unusable = new Availability.Unusable("no vector module", "start with --add-modules");
        BackendChoice choice = with(unusable, new ArrayList<>()).choose(auto());
        assertThat(choice.backend().id()).isEqualTo("commons-math");
        assertThat(choice.explanation())
                .isEqualTo("backend commons-math in float64 (simd is not usable: no vector module; start with "
                        + "--add-modules)");
    }

    @Test
    void autoMindsThePrecision() {
        BackendChoice choice = with(new Availability.Usable(10), new ArrayList<>())
                .choose(settings(new EngineSettings.Backend.Auto(), EngineSettings.Precision.FLOAT64));
        assertThat(choice.backend().id()).isEqualTo("commons-math");
        assertThat(choice.explanation()).contains("simd does not compute in float64");
    }

    @Test
    void anExplicitChoiceThatIsUnusableIsAnError() {
        Availability unusable = new Availability.Unusable("no vector module", "start with --add-modules");
        assertThatThrownBy(() -> with(unusable, new ArrayList<>())
                        .choose(settings(new EngineSettings.Backend.Simd(), EngineSettings.Precision.AUTO)))
                .isInstanceOf(UnusableBackendException.class)
                .hasMessage("backend `simd` is not usable: no vector module; start with --add-modules");
        assertThatThrownBy(() -> Backends.discovered()
                        .choose(settings(new EngineSettings.Backend.CommonsMath(), EngineSettings.Precision.FLOAT32)))
                .isInstanceOf(UnusableBackendException.class)
                .hasMessage("backend `commons-math` does not compute in float32; set `engine.precision: "
                        + "float64` or `auto`");
        assertThatThrownBy(() -> new Backends(List.of())
                        .choose(settings(new EngineSettings.Backend.Simd(), EngineSettings.Precision.AUTO)))
                .isInstanceOf(UnusableBackendException.class)
                .hasMessageContaining("`simd` is not part of this program");
        assertThatThrownBy(() -> new Backends(List.of()).choose(auto())).isInstanceOf(UnusableBackendException.class);
    }

    /** A backend of another library, as an experiment names it. */
    private record Cluster() implements EngineSettings.CustomBackend {}

    @Test
    void aBackendOfAnotherLibraryIsChosenByItsName() {
        List<Integer> threads = new ArrayList<>();
        Backends backends = new Backends(List.of(new Fake("cluster", new Availability.Usable(-1), threads)));
        BackendChoice choice = backends.choose(settings(new Cluster(), EngineSettings.Precision.AUTO));
        assertThat(choice.explanation()).isEqualTo("backend cluster in float32 (asked for)");
        Availability unusable = new Availability.Unusable("no vector module", "start with --add-modules");
        assertThatThrownBy(() -> with(unusable, threads).choose(settings(new Cluster(), EngineSettings.Precision.AUTO)))
                .isInstanceOf(UnusableBackendException.class)
                .hasMessage("backend `cluster` is not part of this program; there are: commons-math, "
                        + "simd (not usable: no vector module); set `engine.backend: auto`");
    }

    @Test
    void twoBackendsOfOneNameAreRefused() {
        BackendProvider first = new Fake("simd", new Availability.Usable(1), new ArrayList<>());
        assertThatThrownBy(() -> new Backends(List.of(first, first)))
                .isInstanceOf(UnusableBackendException.class)
                .hasMessageContaining("two backends are called `simd`");
    }
}
