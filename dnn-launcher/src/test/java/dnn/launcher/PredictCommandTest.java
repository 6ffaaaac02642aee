package dnn.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dnn.launcher.process.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredictCommandTest {
    private static final int ROWS = 60;

    @TempDir
    private Path folder;

    private String run = "";

    @BeforeEach
    void train() throws IOException {
        Files.write(folder.resolve("table.csv"), table("height,colour,kind", "%1$s,%2$s,%3$s"));
        Files.writeString(folder.resolve("table.yaml"), """
                name: table
                seed: 1
                data: {source: ./table.csv, target: kind}
                architecture:
                  layers:
                    - {type: dense, units: 8, activation: tanh}
                    - {type: dense, units: 2, activation: softmax}
                training:
                  loss: categorical_cross_entropy
                  optimizer: {type: adam, learning_rate: 0.03}
                  epochs: 40
                  metrics: [accuracy]
                """);
        CommandRun trained =
                CommandRun.of(folder, "train", folder.resolve("table.yaml").toString());
        assertThat(trained.exit()).as(trained.err()).isZero();
        run = trained.lastLine();
    }

    /** Rows with a height, a colour and a kind that follows from them. */
    private static List<String> table(String header, String format) {
        List<String> lines = new ArrayList<>(List.of(header));
        String[] colours = {"red", "green", "blue"};
        for (int i = 0; i < ROWS; i++) {
            double height = (i * 37 % 101) / 10.0;
            String colour = colours[i % 3];
            String kind = height > 5 || colour.equals("blue") ? "large" : "small";
            lines.add(String.format(Locale.ROOT, format, height, colour, kind));
        }
        return lines;
    }

    private CommandRun predict(List<String> lines) throws IOException {
        Files.write(folder.resolve("new.csv"), lines);
        return CommandRun.of(folder, "predict", run, "--data", "new.csv");
    }

    @Test
    void columnsAreMatchedByName() throws IOException {
        CommandRun same = predict(table("height,colour,kind", "%1$s,%2$s,%3$s"));
        assertThat(same.exit()).as(same.err()).isZero();
        assertThat(same.out().lines())
                .hasSize(1 + ROWS)
                .first()
                .isEqualTo("prediction,probability_large,probability_small");
        CommandRun other = predict(table("colour,comment,height", "%2$s,none,%1$s"));
        assertThat(other.out()).isEqualTo(same.out());
    }

    @Test
    void aMissingColumnIsNamed() throws IOException {
        CommandRun refused = predict(table("colour,kind", "%2$s,%3$s"));
        assertThat(refused.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(refused.err())
                .contains("`height`", "--> new.csv", "the table that the network was trained on has it")
                .doesNotContain("\tat ");
        assertThat(refused.out()).isEmpty();
    }

    @Test
    void cellsOfTheTableAreToBeCorrectedNotTheExperiment() throws IOException {
        CommandRun refused = predict(List.of("height,colour", "high,red"));
        assertThat(refused.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(refused.err())
                .contains("error[D602]", "--> new.csv: the first in row 2: `high`", "correct these cells")
                .doesNotContain("exclude");
        Files.write(folder.resolve("new.csv"), new byte[] {'h', 'e', 'i', 'g', 'h', 't', '\n', (byte) 0xe9, '\n'});
        CommandRun encoded = CommandRun.of(folder, "predict", run, "--data", "new.csv");
        assertThat(encoded.err()).contains("the bytes are not UTF-8, as those of the training data were");
        CommandRun twice = predict(List.of("height,colour,height", "1,red,1"));
        assertThat(twice.err()).contains("the header has two columns called `height`; rename one of them");
    }

    @Test
    void aFigureThatItemsDoNotHaveIsLeftOut() throws IOException {
        Files.write(folder.resolve("new.csv"), List.of("height,colour,kind", "3.5,red,small"));
        CommandRun evaluated = CommandRun.of(folder, "evaluate", run, "--data", "new.csv");
        assertThat(evaluated.exit()).as(evaluated.err()).isZero();
        assertThat(evaluated.out()).containsPattern("roc_auc +– +– +–").doesNotContain("nan");
    }

    @Test
    void aCategoryTrainingHasNotSeenIsMentionedAndALabelRefused() throws IOException {
        CommandRun predicted = predict(List.of("height,colour", "3.5,purple"));
        assertThat(predicted.exit()).isZero();
        assertThat(predicted.err()).contains("`purple`");
        Files.write(folder.resolve("new.csv"), List.of("height,colour,kind", "3.5,red,huge"));
        CommandRun evaluated = CommandRun.of(folder, "evaluate", run, "--data", "new.csv");
        assertThat(evaluated.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(evaluated.err()).contains("error[O307]").contains("`huge`");
    }

    @Test
    void predictionsGoToAFileOnRequest() throws IOException {
        Files.write(folder.resolve("new.csv"), List.of("height,colour", "9.5,red"));
        CommandRun predicted = CommandRun.of(folder, "predict", run, "--data", "new.csv", "--output", "out/p.csv");
        assertThat(predicted.exit()).as(predicted.err()).isZero();
        assertThat(predicted.out()).isEmpty();
        assertThat(Files.readAllLines(folder.resolve("out/p.csv"))).hasSize(2);
    }

    @Test
    void evaluationRepeatsTheRunsOwnFigures() throws IOException {
        CommandRun evaluated = CommandRun.of(folder, "evaluate", run);
        assertThat(evaluated.exit()).as(evaluated.err()).isZero();
        var test = new tools.jackson.databind.json.JsonMapper()
                .readTree(Files.readString(folder.resolve(run).resolve("result.json")))
                .path("metrics")
                .path("test");
        assertThat(evaluated.out())
                .contains(dnn.run.text.ReadableNumbers.figure(test.path("loss").asDouble()))
                .contains(dnn.run.text.ReadableNumbers.figure(
                        test.path("accuracy").asDouble()));
    }

    @Test
    void aBrokenRunIsRefusedInWords() throws IOException {
        Files.writeString(folder.resolve(run).resolve("model/weights.safetensors"), "not tensors");
        CommandRun refused = CommandRun.of(folder, "predict", run, "--data", "table.csv");
        assertThat(refused.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(refused.err()).contains("weights.safetensors").doesNotContain("\tat ");
        assertThat(CommandRun.of(folder, "evaluate", "nowhere").exit()).isEqualTo(ExitCode.REFUSED);
    }
}
