package dnn.config;

import static org.assertj.core.api.Assertions.assertThat;

import dnn.api.grammar.Describe;
import dnn.api.grammar.GrammarExtension;
import dnn.api.layer.CustomLayer;
import dnn.api.layer.Dense;
import dnn.api.shape.Shape;
import dnn.api.shape.ShapeResult;
import dnn.config.check.Checker;
import dnn.config.diagnostic.Diagnostic;
import dnn.config.schema.ExperimentSchema;
import dnn.config.yaml.ExperimentWriter;
import jakarta.validation.constraints.Positive;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A layer of another library is read, checked, written and described like those declared here; without the library
 * nothing knows it.
 */
class GrammarExtensionTest {
    private static final String EXPERIMENT = """
            name: repeated
            seed: 1
            data: {source: moons, items: 100}
            architecture:
              layers:
                - {type: dense, units: 4, activation: relu}
                - {type: repeated, times: %s}
                - {type: dense, units: 1, activation: sigmoid, inputs: %d}
            training: {loss: binary_cross_entropy, optimizer: adam, epochs: 3}
            """;

    @TempDir
    private Path folder;

    private final ClassLoader before = Thread.currentThread().getContextClassLoader();
    private URLClassLoader library = new URLClassLoader(new URL[0]);

    /** Every number several times: (n) to (times · n). */
    @Describe("Hands every number on several times.")
    public record Repeated(
            @Describe("The name.") Optional<String> name,

            @Describe("How many times.") @Positive(message = "something must be handed on")
            int times)
            implements CustomLayer {
        public static Repeated defaults() {
            return new Repeated(Optional.empty(), 2);
        }

        @Override
        public Repeated withName(String newName) {
            return new Repeated(Optional.of(newName), times);
        }

        @Override
        public ShapeResult outputShape(List<Shape> inputs) {
            int size = inputs.get(0).size();
            return ShapeResult.fits(size < 0 ? Shape.unknown() : Shape.of(times * size));
        }
    }

    /** What the library's jar names in its services. */
    public static final class Library implements GrammarExtension {
        @Override
        public List<Class<? extends Record>> kinds() {
            return List.of(Repeated.class);
        }
    }

    @BeforeEach
    void theLibraryIsOnTheClassPath() throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve(GrammarExtension.class.getName()), Library.class.getName());
        library = new URLClassLoader(new URL[] {folder.toUri().toURL()}, before);
        Thread.currentThread().setContextClassLoader(library);
    }

    @AfterEach
    void andThenNoLonger() throws IOException {
        Thread.currentThread().setContextClassLoader(before);
        library.close();
    }

    private static LoadedExperiment load(String times, int inputs) {
        return new ExperimentLoader(BaseResolver.none())
                .load(new SourceText("repeated.yaml", EXPERIMENT.formatted(times, inputs)), List.of());
    }

    private static List<String> codes(LoadedExperiment loaded) {
        return new Checker()
                .check(loaded, Optional.empty()).diagnostics().stream()
                        .map(Diagnostic::code)
                        .toList();
    }

    @Test
    void itIsReadCheckedAndWritten() {
        LoadedExperiment loaded = load("3", 12);
        assertThat(loaded.diagnostics()).isEmpty();
        assertThat(loaded.experiment().architecture().layers().get(1)).isEqualTo(new Repeated(Optional.empty(), 3));
        assertThat(loaded.experiment().architecture().layers().get(2)).isInstanceOf(Dense.class);
        assertThat(codes(loaded)).isEmpty();
        assertThat(ExperimentWriter.write(loaded.experiment()))
                .contains("type: repeated")
                .contains("times: 3");
    }

    @Test
    void itsShapeIsProvedAndItsConstraintsHold() {
        assertThat(codes(load("3", 13))).containsExactly("S110");
        assertThat(codes(load("0", 12))).isNotEmpty();
    }

    @Test
    void theSchemaDescribesIt() {
        assertThat(ExperimentSchema.generate().toString())
                .contains("repeated")
                .contains("Hands every number on several times.");
    }

    @Test
    void withoutTheLibraryNothingKnowsIt() {
        Thread.currentThread().setContextClassLoader(before);
        assertThat(load("3", 12).diagnostics()).extracting(Diagnostic::code).isNotEmpty();
        assertThat(ExperimentSchema.generate().toString()).doesNotContain("repeated");
    }
}
