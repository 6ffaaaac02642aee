package dnn.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dnn.launcher.process.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs on images in the IDX format, from the files to figures on other images. */
class ImagesRunTest {
    private static final int ITEMS = 1100;

    @TempDir
    private Path folder;

    private String run = "";

    @BeforeEach
    void train() throws IOException {
        images("x.gz", ITEMS, 3);
        labels("y", ITEMS);
        Files.writeString(folder.resolve("images.yaml"), """
                name: images
                seed: 1
                data:
                  source: ./x.gz
                  files: {labels: ./y}
                  split: {train: 0.8, test: 0.2}
                  preprocessing: {numeric: {scale: min_max}}
                architecture:
                  layers:
                    - {type: dense, units: 8, activation: relu}
                    - {type: dense, units: 3, activation: softmax}
                training:
                  loss: categorical_cross_entropy
                  optimizer: {type: adam, learning_rate: 0.01}
                  epochs: 5
                  metrics: [accuracy]
                """);
        CommandRun trained =
                CommandRun.of(folder, "train", folder.resolve("images.yaml").toString());
        assertThat(trained.exit()).as(trained.err()).isZero();
        run = trained.lastLine();
    }

    /** Images of which one row of pixels is bright: that of the label. */
    private void images(String name, int items, int side) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bytes))) {
            out.writeInt(0x0803);
            out.writeInt(items);
            out.writeInt(side);
            out.writeInt(side);
            for (int item = 0; item < items; item++) {
                for (int pixel = 0; pixel < side * side; pixel++) {
                    out.writeByte((pixel / side == item % 3 ? 200 : 20) + (item * 31 + pixel * 7) % 50);
                }
            }
        }
        Files.write(folder.resolve(name), bytes.toByteArray());
    }

    private void labels(String name, int items) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(0x0801);
        out.writeInt(items);
        for (int item = 0; item < items; item++) {
            out.writeByte(item % 3);
        }
        Files.write(folder.resolve(name), bytes.toByteArray());
    }

    private CommandRun evaluate(String... more) {
        String[] arguments = new String[2 + more.length];
        arguments[0] = "evaluate";
        arguments[1] = run;
        System.arraycopy(more, 0, arguments, 2, more.length);
        return CommandRun.of(folder, arguments);
    }

    private void isRefused(CommandRun refused, String... words) {
        assertThat(refused.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(refused.err()).contains(words).doesNotContain("\tat ");
        assertThat(refused.out()).isEmpty();
    }

    @Test
    void otherImagesArePredictedAndEvaluated() throws IOException {
        CommandRun predicted = CommandRun.of(folder, "predict", run, "--data", "x.gz");
        assertThat(predicted.exit()).as(predicted.err()).isZero();
        assertThat(predicted.out().lines())
                .hasSize(1 + ITEMS)
                .startsWith("prediction,probability_0,probability_1,probability_2");
        assertThat(predicted.out().lines().skip(1).map(line -> line.substring(0, 1)))
                .startsWith("0", "1", "2", "0");
        CommandRun evaluated = evaluate("--data", "x.gz", "--labels", "y");
        assertThat(evaluated.exit()).as(evaluated.err()).isZero();
        assertThat(evaluated.out()).contains("1,100").containsPattern("accuracy +1\\.0");
        images("few.gz", 1, 3);
        assertThat(CommandRun.of(folder, "predict", run, "--data", "few.gz").lastLine())
                .isEqualTo(predicted.out().lines().toList().get(1));
    }

    @Test
    void imagesNeedTheirLabelsToBeJudged() throws IOException {
        isRefused(
                evaluate("--data", "x.gz"),
                "`x.gz` holds images, but not what they show",
                "add the file of their labels: `--labels FILE`");
        isRefused(evaluate("--labels", "y"), "`--labels` goes with `--data`");
        Files.writeString(folder.resolve("t.csv"), "pixel1,label\n1,2\n");
        isRefused(
                evaluate("--data", "t.csv", "--labels", "y"),
                "`--labels` goes with images, and `t.csv` holds none",
                "a table has its target in a column");
    }

    @Test
    void imagesAndLabelsFitTogetherAndTheNetwork() throws IOException {
        labels("less", ITEMS - 1);
        isRefused(evaluate("--data", "x.gz", "--labels", "less"), "error[S106]", "1100 images", "1099 labels");
        isRefused(evaluate("--data", "x.gz", "--labels", "none"), "error[D601]", "none");
        isRefused(evaluate("--data", "x.gz", "--labels", "x.gz"), "a label is one number, here are 9 an item");
        images("small.gz", 4, 2);
        isRefused(
                CommandRun.of(folder, "predict", run, "--data", "small.gz"),
                "error[D610]",
                "its images have 4 pixels, but the network was trained on at least 9");
        images("no.gz", 0, 3);
        isRefused(CommandRun.of(folder, "predict", run, "--data", "no.gz"), "there is no image in it");
        byte[] whole = Files.readAllBytes(folder.resolve("y"));
        Files.write(folder.resolve("cut"), java.util.Arrays.copyOf(whole, whole.length - 1));
        isRefused(
                evaluate("--data", "x.gz", "--labels", "cut"),
                "it ends before the last number that its dimensions tell");
    }
}
