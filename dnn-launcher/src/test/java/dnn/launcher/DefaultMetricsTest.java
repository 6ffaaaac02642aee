package dnn.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The metrics of experiments that name none. */
class DefaultMetricsTest {
    private static final String EXPERIMENT = """
            name: small
            seed: 1
            data: {source: %s, items: 60}
            architecture:
              layers: [{type: dense, units: 1, activation: %s}]
            training:
              loss: %s
              epochs: 2
            """;

    private static final String SEVERAL_LABELS = """
            name: small
            seed: 1
            data: {source: t.csv, targets: [a, b]}
            architecture:
              layers: [{type: dense, units: 2, activation: sigmoid}]
            training: {loss: binary_cross_entropy, epochs: 2}
            """;

    @TempDir
    private Path folder;

    private CommandRun trained(String experiment, String... overrides) throws IOException {
        Files.writeString(folder.resolve("e.yaml"), experiment);
        String[] arguments = new String[4 + overrides.length];
        System.arraycopy(
                new String[] {"train", folder.resolve("e.yaml").toString(), "--run-dir", "run"}, 0, arguments, 0, 4);
        System.arraycopy(overrides, 0, arguments, 4, overrides.length);
        CommandRun run = CommandRun.of(folder, arguments);
        assertThat(run.exit()).as(run.err()).isZero();
        return run;
    }

    private JsonNode result() throws IOException {
        return new JsonMapper().readTree(Files.readString(folder.resolve("run/result.json")));
    }

    private JsonNode testFigures() throws IOException {
        return result().path("metrics").path("test");
    }

    @Test
    void ofClassesAccuracyIsReportedEverywhere() throws IOException {
        CommandRun run = trained(EXPERIMENT.formatted("moons", "sigmoid", "binary_cross_entropy"));
        assertThat(run.err()).contains("  train.accuracy 0.", "  validation.accuracy ");
        assertThat(run.out().lines().filter(line -> line.contains("items")).findFirst())
                .hasValueSatisfying(heading -> assertThat(heading).endsWith("accuracy"));
        assertThat(testFigures().propertyNames()).containsExactly("loss", "accuracy");
        assertThat(folder.resolve("run/experiment.yaml")).content().contains("\n  metrics: [accuracy]\n");
        assertThat(CommandRun.of(folder, "evaluate", "run").out().lines().findFirst())
                .hasValueSatisfying(heading -> assertThat(heading).endsWith("accuracy"));
    }

    @Test
    void ofNumbersTheMeanErrorAndR2Are() throws IOException {
        trained(EXPERIMENT.formatted("linear", "identity", "mean_squared_error"));
        assertThat(testFigures().propertyNames()).containsExactly("loss", "mae", "r2");
    }

    @Test
    void ofSeveralLabelsTogetherF1StandsBesideAccuracy() throws IOException {
        StringBuilder table = new StringBuilder("x,a,b\n");
        for (int i = 0; i < 60; i++) {
            table.append(i)
                    .append(',')
                    .append(i > 30 ? "yes" : "no")
                    .append(',')
                    .append(i % 2 == 0 ? "yes" : "no");
            table.append('\n');
        }
        Files.writeString(folder.resolve("t.csv"), table);
        trained(SEVERAL_LABELS);
        assertThat(testFigures().propertyNames()).containsExactly("loss", "accuracy", "f1");
    }

    @Test
    void anEmptyListStaysEmptyAndWeightsDoNotDependOnFigures() throws IOException {
        String experiment = EXPERIMENT.formatted("moons", "sigmoid", "binary_cross_entropy");
        trained(experiment);
        String weights = result().path("weightsSha256").asString();
        trained(experiment, "--overwrite", "training.metrics=[]");
        assertThat(result().path("weightsSha256").asString()).isEqualTo(weights);
        assertThat(testFigures().propertyNames()).containsExactly("loss");
        assertThat(folder.resolve("run/experiment.yaml")).content().contains("\n  metrics: []\n");
    }

    @Test
    void oneThatIsTheDefaultCanBeMonitored() throws IOException {
        trained(
                EXPERIMENT.formatted("moons", "sigmoid", "binary_cross_entropy"),
                "training.early_stopping={monitor: validation.accuracy, patience: 1}");
        assertThat(testFigures().has("accuracy")).isTrue();
    }
}
