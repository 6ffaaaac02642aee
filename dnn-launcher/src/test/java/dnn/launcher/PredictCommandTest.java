package dnn.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dnn.launcher.process.ExitCode;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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
        Files.write(folder.resolve("new.csv"), new byte[] {'h', 'e', 'i', 'g', 'h', 't', '\n', (byte) 0x81, '\n'});
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

    /** A long table with missing cells and unknown colours, none of which training had. */
    private List<String> gaps(int rows) {
        List<String> lines = new ArrayList<>(List.of("id,height,colour,date"));
        for (int i = 0; i < rows; i++) {
            String height = i % 1000 == 7 ? "" : i == 11 ? "n.a." : String.valueOf(i % 10);
            lines.add("i" + i + "," + height + "," + (i % 1500 == 9 ? "purple" : i == 20 ? "" : "red") + ",2024-01-01");
        }
        return lines;
    }

    @Test
    void missingCellsAreFilledAndCountedOnceAtTheEnd() throws IOException {
        CommandRun predicted = predict(gaps(3000));
        assertThat(predicted.exit()).as(predicted.err()).isZero();
        assertThat(predicted.out().lines()).hasSize(3001);
        assertThat(predicted.err().lines())
                .hasSize(3)
                .anySatisfy(line -> assertThat(line)
                        .startsWith("column `height`: 4 missing cells, the first in row 9, taken for `"))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("column `colour`: 1 missing cell, the first in row 22, taken for `"))
                .anySatisfy(line -> assertThat(line).contains("`purple`").contains("2"));
        List<String> one = CommandRun.of(folder, "predict", run, "--data", "new.csv")
                .out()
                .lines()
                .toList();
        // The median of the heights and the commonest colour give the same as writing them down.
        double median = Double.parseDouble(predicted.err().replaceAll("(?s).*row 9, taken for `([^`]*)`.*", "$1"));
        Files.write(folder.resolve("new.csv"), List.of("height,colour", median + ",red"));
        CommandRun written = CommandRun.of(folder, "predict", run, "--data", "new.csv");
        assertThat(one.get(8)).isEqualTo(written.out().lines().toList().get(1));
    }

    @Test
    void strictRefusesBeforeAnythingIsWritten() throws IOException {
        List<String> lines = gaps(3000);
        lines.set(8, "i7,1,red,2024-01-01");
        lines.set(12, "i11,1,red,2024-01-01");
        lines.set(21, "i20,1,red,2024-01-01");
        lines.set(1008, "i1007,1,red,2024-01-01");
        Files.write(folder.resolve("new.csv"), lines);
        CommandRun refused = CommandRun.of(folder, "predict", run, "--data", "new.csv", "--strict");
        assertThat(refused.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(refused.err()).contains("D602", "row 2009");
        assertThat(refused.out()).isEmpty();
        CommandRun toFile =
                CommandRun.of(folder, "predict", run, "--data", "new.csv", "--strict", "--output", "strict.csv");
        assertThat(toFile.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(folder.resolve("strict.csv")).doesNotExist();
        lines.set(2008, "i2007,1,red,2024-01-01");
        Files.write(folder.resolve("new.csv"), lines);
        CommandRun strict = CommandRun.of(folder, "predict", run, "--data", "new.csv", "--strict");
        assertThat(strict.out())
                .isEqualTo(CommandRun.of(folder, "predict", run, "--data", "new.csv")
                        .out());
    }

    @Test
    void columnsArePassedThrough() throws IOException {
        CommandRun kept = predict(gaps(3000));
        CommandRun predicted = CommandRun.of(folder, "predict", run, "--data", "new.csv", "--keep", "id,height,date");
        assertThat(predicted.exit()).as(predicted.err()).isZero();
        List<String> rows = predicted.out().lines().toList();
        List<String> plain = kept.out().lines().toList();
        assertThat(rows.get(0)).isEqualTo("id,height,date," + plain.get(0));
        assertThat(rows.get(12)).isEqualTo("i11,n.a.,2024-01-01," + plain.get(12));
        assertThat(rows.get(2999)).isEqualTo("i2998,8,2024-01-01," + plain.get(2999));
        CommandRun json =
                CommandRun.of(folder, "predict", run, "--data", "new.csv", "--keep", "id", "--format", "jsonl");
        assertThat(json.out().lines().toList().get(2998)).startsWith("{\"id\":\"i2998\",\"prediction\":");
        CommandRun refused = CommandRun.of(folder, "predict", run, "--data", "new.csv", "--keep", "idd");
        assertThat(refused.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(refused.err()).contains("D609", "`idd`", "`id`");
    }

    @Test
    void aPipeIsReadOnce() throws Exception {
        Path pipe = folder.resolve("pipe");
        boolean made;
        try {
            made = new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0;
        } catch (IOException e) {
            made = false;
        }
        assumeTrue(made, "there are no pipes with names here");
        CommandRun fromFile = predict(gaps(3000));
        Thread writer = new Thread(() -> {
            try (var out = new FileOutputStream(pipe.toFile())) {
                out.write(Files.readAllBytes(folder.resolve("new.csv")));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        writer.start();
        CommandRun fromPipe = CommandRun.of(folder, "predict", run, "--data", "pipe");
        writer.join();
        assertThat(fromPipe.exit()).as(fromPipe.err()).isZero();
        assertThat(fromPipe.out()).isEqualTo(fromFile.out());
        CommandRun train =
                CommandRun.of(folder, "train", folder.resolve("table.yaml").toString(), "data.source=./pipe");
        assertThat(train.err()).contains("D610", "it is a pipe");
    }

    @Test
    void runsOfOldStillRefuseMissingCells() throws IOException {
        Path file = folder.resolve(run).resolve("model/preprocessing.json");
        String old = Files.readString(file).replaceAll(",\\s*\"standIn\" : [^\\n}]*", "");
        assertThat(old).doesNotContain("standIn").isNotEqualTo(Files.readString(file));
        Files.writeString(file, old);
        // A run of old has no manifest, and its result does not say which version wrote it.
        Files.delete(folder.resolve(run).resolve("manifest.json"));
        Path result = folder.resolve(run).resolve("result.json");
        Files.writeString(result, Files.readString(result).replaceFirst("\\s*\"dnn\" : [^\n]*", ""));
        CommandRun refused = predict(gaps(30));
        assertThat(refused.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(refused.err()).contains("D602", "missing");
        assertThat(predict(List.of("height,colour", "9.5,red")).exit()).isZero();
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
