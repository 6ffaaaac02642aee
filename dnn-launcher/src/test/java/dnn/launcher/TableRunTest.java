package dnn.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dnn.launcher.process.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs on tables from the file to the prediction. */
class TableRunTest {
    private static final int ROWS = 2500;

    @TempDir
    private Path folder;

    private String train(String data, String layers, String training) throws IOException {
        List<String> lines = new ArrayList<>(List.of("a,b,kind,y,z,w"));
        for (int i = 0; i < ROWS; i++) {
            double a = (i * 37 % 101) / 10.0;
            double b = (i * 53 % 97) / 10.0;
            lines.add(String.format(
                    Locale.ROOT, "%s,%s,%s,%s,%s,%s", a, b, a > b ? "large" : "small", 1000 * a + 10, b - a, i % 3));
        }
        Files.write(folder.resolve("t.csv"), lines);
        Files.writeString(
                folder.resolve("t.yaml"),
                "name: t\nseed: 1\ndata: {source: ./t.csv, features: [a, b], " + data
                        + "}\narchitecture:\n  layers:\n    - {type: dense, units: 8, activation: tanh}\n    - "
                        + layers
                        + "\ntraining:\n  " + training.replace("\n", "\n  ").replace("\n  engine:", "\nengine:")
                        + "\n");
        CommandRun trained =
                CommandRun.of(folder, "train", folder.resolve("t.yaml").toString());
        assertThat(trained.exit()).as(trained.err()).isZero();
        return trained.lastLine();
    }

    private static final String CLASSES =
            "loss: binary_cross_entropy\nepochs: 3\noptimizer: {type: adam, learning_rate: 0.02}\nmetrics: [accuracy]";
    private static final String SIGMOID = "{type: dense, units: 1, activation: sigmoid}";

    private JsonNode result(String run) throws IOException {
        return new JsonMapper().readTree(Files.readString(folder.resolve(run).resolve("result.json")));
    }

    @ParameterizedTest
    @CsvSource({"simd, float32", "simd, float64", "commons-math, float64"})
    void predictionsOfAStreamAreThoseOfAFileItemByItem(String backend, String precision) throws IOException {
        String run = train(
                "target: kind",
                SIGMOID,
                CLASSES + "\nengine: {backend: " + backend + ", precision: " + precision + "}");
        CommandRun file = CommandRun.of(folder, "predict", run, "--data", "t.csv");
        assertThat(file.exit()).as(file.err()).isZero();
        assertThat(file.out().lines()).hasSize(1 + ROWS);
        String text = Files.readString(folder.resolve("t.csv"));
        CommandRun stream = CommandRun.withInput(folder, text, "predict", run, "--data", "-");
        assertThat(stream.out()).isEqualTo(file.out());
        List<String> rows = file.out().lines().skip(1).toList();
        List<String> input = text.lines().skip(1).toList();
        for (int item : new int[] {0, 1023, 1024, ROWS - 1}) {
            assertThat(predicted(run, List.of(input.get(item)))).containsExactly(rows.get(item));
        }
        List<String> backwards = new ArrayList<>(input.subList(0, 1100));
        List<String> expected = new ArrayList<>(rows.subList(0, 1100));
        Collections.reverse(backwards);
        Collections.reverse(expected);
        assertThat(predicted(run, backwards)).isEqualTo(expected);
    }

    private List<String> predicted(String run, List<String> rows) {
        String text = "a,b,kind,y,z,w\n" + String.join("\n", rows) + "\n";
        CommandRun predicted = CommandRun.withInput(folder, text, "predict", run, "--data", "-");
        assertThat(predicted.exit()).as(predicted.err()).isZero();
        return predicted.out().lines().skip(1).toList();
    }

    @Test
    void jsonLines() throws IOException {
        String run = train("target: kind, positive_class: large", SIGMOID, CLASSES);
        CommandRun predicted =
                CommandRun.withInput(folder, "b,a\n1,9\n9,1\n", "predict", run, "--data", "-", "--format=jsonl");
        assertThat(predicted.exit()).as(predicted.err()).isZero();
        List<String> lines = predicted.out().lines().toList();
        assertThat(lines).hasSize(2);
        JsonNode first = new JsonMapper().readTree(lines.get(0));
        assertThat(first.path("prediction").asString()).isEqualTo("large");
        assertThat(first.path("probability_large").asDouble()
                        + first.path("probability_small").asDouble())
                .isCloseTo(1, within(1e-6));
    }

    @Test
    void aBadRowInTheMiddleIsNamed() throws IOException {
        String run = train("target: kind", SIGMOID, CLASSES);
        StringBuilder text = new StringBuilder("a,b\n");
        for (int i = 0; i < 1500; i++) {
            text.append(i == 1200 ? "wrong,1\n" : "1,2\n");
        }
        CommandRun refused =
                CommandRun.withInput(folder, text.toString(), "predict", run, "--data", "-", "--output", "p.csv");
        assertThat(refused.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(refused.err()).contains("error[D602]").contains("row 1202").contains("`wrong`");
        assertThat(folder.resolve("p.csv")).doesNotExist();
    }

    @Test
    void numbersComeInTheirOwnUnits() throws IOException {
        String run = train(
                "targets: [y, z], preprocessing: {target: {scale: standardize}}",
                "{type: dense, units: 2}",
                "loss: mean_squared_error\nepochs: 30\noptimizer: {type: adam, learning_rate: 0.02}\n"
                        + "metrics: [mae, r2]");
        CommandRun predicted = CommandRun.withInput(folder, "a,b\n5,3\n", "predict", run, "--data", "-");
        assertThat(predicted.out()).startsWith("prediction_y,prediction_z\n");
        String[] cells = predicted.lastLine().split(",", -1);
        assertThat(Double.parseDouble(cells[0])).isBetween(4000.0, 6000.0);
        assertThat(Double.parseDouble(cells[1])).isBetween(-3.0, -1.0);
        assertThat(result(run).path("metrics").path("test").path("r2").asDouble())
                .isGreaterThan(0.9);
        assertThat(result(run).path("test").path("r2").path("baseline").asDouble())
                .isLessThan(0.1);
    }

    @Test
    void foldsAreSummedUp() throws IOException {
        String run = train(
                "target: kind, item_weights: w",
                SIGMOID,
                CLASSES + "\nclass_weights: balanced\ncross_validation: {folds: 3}");
        JsonNode folds = result(run).path("crossValidation");
        assertThat(folds.path("folds").size()).isEqualTo(3);
        double sum = 0;
        for (JsonNode fold : folds.path("folds")) {
            sum += fold.path("accuracy").asDouble();
        }
        assertThat(folds.path("mean").path("accuracy").asDouble())
                .isCloseTo(sum / 3, within(1e-12))
                .isGreaterThan(0.8);
        assertThat(folds.path("deviation").path("accuracy").asDouble()).isGreaterThanOrEqualTo(0);
    }

    @Test
    void evaluationSaysWhatAFigureIsWorth() throws IOException {
        String run = train("target: kind", SIGMOID, CLASSES);
        CommandRun evaluated = CommandRun.of(folder, "evaluate", run);
        assertThat(evaluated.exit()).as(evaluated.err()).isZero();
        assertThat(evaluated.out())
                .contains("95 % interval")
                .contains("baseline")
                .contains("balanced_accuracy")
                .contains("precision")
                .contains("true \\ predicted");
        CommandRun other = CommandRun.of(folder, "evaluate", run, "--data", "t.csv");
        assertThat(other.exit()).as(other.err()).isZero();
        assertThat(other.out()).contains("roc_auc");
        Files.writeString(folder.resolve("n.csv"), "a,kind\n1,large\n");
        CommandRun missing = CommandRun.of(folder, "evaluate", run, "--data", "n.csv");
        assertThat(missing.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(missing.err()).contains("error[D609]").contains("`b`");
    }
}
