package dnn.examples;

import static dnn.api.Dsl.dense;
import static dnn.api.Dsl.linear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dnn.api.Experiment;
import dnn.api.dataset.Dataset;
import dnn.api.dataset.Matrix;
import dnn.api.random.RandomStream;
import dnn.api.random.RandomStreams;
import dnn.config.CheckReport;
import dnn.config.diagnostic.Diagnostic;
import dnn.config.schema.ExperimentSchema;
import dnn.engine.backend.Backend;
import dnn.engine.backend.commonsmath.CommonsMathBackend;
import dnn.engine.probe.GradientCheck;
import dnn.examples.plugin.AsymmetricError;
import dnn.examples.plugin.BentIdentity;
import dnn.examples.plugin.Rademacher;
import dnn.examples.plugin.SignDescent;
import dnn.run.Dnn;
import dnn.run.TrainedModel;
import dnn.run.saved.Predictor;
import dnn.run.saved.SavedRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of another library go the way of dnn's own: checked, described, trained, saved and opened again. */
class PluginTest {
    private static final String EXPERIMENT = """
            name: prices
            seed: 3
            data: {source: prices.csv, target: price, preprocessing: {target: {scale: standardize}}}
            architecture:
              layers:
                - {type: dense, units: 8, activation: bent_identity}
                - {type: dense, units: 1}
            initialization: {weights: rademacher}
            training:
              loss: {type: asymmetric_error, under: 4}
              optimizer: {type: sign_descent, learning_rate: 0.01}
              schedule: {type: triangular, period: 10}
              epochs: 300
              batch_size: 20
              metrics: [maximum_error]
            engine: {backend: %s}
            """;

    @TempDir
    private Path folder;

    private Path experiment(String backend) throws IOException {
        StringBuilder table = new StringBuilder("size,rooms,price\n");
        for (int i = 0; i < 100; i++) {
            double size = 40.5 + i * 37 % 90;
            int rooms = 1 + i * 7 % 4;
            table.append("%s,%d,%s%n".formatted(size, rooms, 2 * size + 30 * rooms + i % 3));
        }
        Files.writeString(folder.resolve("prices.csv"), table);
        return Files.writeString(folder.resolve("prices.yaml"), EXPERIMENT.formatted(backend));
    }

    @ParameterizedTest
    @ValueSource(strings = {"commons-math", "simd"})
    void itIsCheckedTrainedSavedAndOpenedAgain(String backend) throws IOException {
        CheckReport report = Dnn.check(experiment(backend));
        assertThat(report.diagnostics()).isEmpty();
        Path saved = folder.resolve("model");
        Map<String, Object> row = Map.of("size", 80, "rooms", 2);
        double told;
        try (TrainedModel model = Dnn.train(folder.resolve("prices.yaml"))) {
            assertThat(model.epochs().get(0).learningRate()).isEqualTo(0.005);
            assertThat(model.epochs().get(5).learningRate()).isEqualTo(0.01);
            Map<String, Double> test = model.figures().get("test");
            assertThat(test).containsOnlyKeys("loss", "maximum_error");
            assertThat(test.get("maximum_error")).isLessThan(20);
            told = model.predictor().predict(row).number();
            model.save(saved);
        }
        assertThat(told).isCloseTo(221, within(15.0));
        assertThat(Files.readString(saved.resolve("experiment.yaml")))
                .contains("bent_identity", "asymmetric_error", "sign_descent", "rademacher", "triangular");
        try (SavedRun run = SavedRun.open(saved)) {
            Predictor predictor = run.predictor();
            assertThat(predictor.predict(row).number()).isEqualTo(told);
        }
    }

    @Test
    void itsMistakesAreFoundOnTheirLines() throws IOException {
        Path file = experiment("commons-math");
        Files.writeString(
                file, Files.readString(file).replace("under: 4", "under: 0").replace("period: 10", "perod: 10"));
        List<Diagnostic> found = Dnn.check(file).diagnostics();
        assertThat(found).extracting(Diagnostic::path).contains("training.loss.under");
        assertThat(found.toString()).contains("an error must cost something", "perod", "period");
    }

    @Test
    void theSchemaDescribesEachOfItsWords() {
        assertThat(ExperimentSchema.generate().toString())
                .contains("bent_identity", "asymmetric_error", "sign_descent", "rademacher", "triangular")
                .contains("maximum_error", "Weight of predictions that are too low.");
    }

    @Test
    void itsGradientsAreTheSlopes() {
        Experiment experiment = Experiment.named("prices")
                .seed(3)
                .data(linear(10, 2))
                .architecture(dense(5, new BentIdentity()), dense(1))
                .weights(new Rademacher())
                .loss(new AsymmetricError(4))
                .optimizer(new SignDescent(0.01))
                .epochs(1)
                .build();
        RandomStream stream = new RandomStreams(5).stream("items");
        Matrix features = Matrix.zeros(2, 7);
        Matrix targets = Matrix.zeros(1, 7);
        for (int i = 0; i < 14; i++) {
            features.values()[i] = stream.nextGaussian();
        }
        for (int i = 0; i < 7; i++) {
            targets.values()[i] = 3 * stream.nextGaussian();
        }
        try (Backend backend = new CommonsMathBackend()) {
            assertThat(GradientCheck.run(experiment, new Dataset(features, targets), backend))
                    .isNotEmpty()
                    .allMatch(difference -> difference.passed());
        }
    }
}
