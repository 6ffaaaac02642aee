package dnn.config;

import static org.assertj.core.api.Assertions.assertThat;

import dnn.api.Experiment;
import dnn.config.yaml.ExperimentWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Experiment → YAML → Experiment is the identity. */
class RoundTripTest {
    private static final ExperimentLoader LOADER = new ExperimentLoader(BaseResolver.none());

    static Stream<Path> configs() {
        return TestFiles.examples();
    }

    static LongStream seeds() {
        return LongStream.range(0, 120);
    }

    private static Experiment read(String yaml) {
        LoadedExperiment loaded = LOADER.load(new SourceText("written.yaml", yaml), List.of());
        assertThat(loaded.diagnostics().stream()
                        .filter(finding -> !finding.code().equals("Y006")))
                .as(yaml)
                .isEmpty();
        return loaded.experiment();
    }

    @ParameterizedTest
    @MethodSource("configs")
    void everyExample(Path file) {
        LoadedExperiment loaded = new ExperimentLoader(BaseResolver.files()).load(file, List.of());
        assertThat(loaded.diagnostics()).isEmpty();
        assertThat(read(ExperimentWriter.write(loaded.experiment()))).isEqualTo(loaded.experiment());
        assertThat(read(ExperimentWriter.writeResolved(loaded.experiment()))).isEqualTo(loaded.experiment());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void randomExperiments(long seed) {
        Experiment experiment = new RandomExperiments(seed).next();
        assertThat(read(ExperimentWriter.write(experiment))).isEqualTo(experiment);
        assertThat(read(ExperimentWriter.writeResolved(experiment))).isEqualTo(experiment);
    }

    @Test
    void compactTextHoldsWhatDiffersFromDefaults() {
        Experiment moons = LOADER.load(new SourceText("moons.yaml", TestFiles.text("moons.yaml")), List.of())
                .experiment();
        assertThat(ExperimentWriter.write(moons)).isEqualTo("""
                        name: moons
                        description: Points of two classes that no straight line separates
                        seed: 42
                        data:
                          source: moons
                          noise: 0.2
                        architecture:
                          inputs: 2
                          layers:
                            - {type: dense, units: 20, activation: relu}
                            - {type: dense, units: 7, activation: relu}
                            - {type: dense, units: 5, activation: relu}
                            - {type: dense, units: 1, activation: sigmoid}
                        training:
                          loss: binary_cross_entropy
                          optimizer: {type: adam, learning_rate: 0.01}
                          epochs: 200
                          early_stopping: {patience: 30}
                          metrics: [accuracy]
                        """);
        assertThat(ExperimentWriter.writeResolved(moons))
                .contains("optimizer: {type: adam, learning_rate: 0.01, beta1: 0.9, beta2: 0.999, epsilon: 1e-8}")
                .contains("threads: auto");
    }
}
