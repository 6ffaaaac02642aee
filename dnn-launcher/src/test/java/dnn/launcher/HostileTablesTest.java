package dnn.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are no tables, or never end: each a finding in plain words, wherever it is named. */
class HostileTablesTest {
    private static final String TRAINING =
            "training: {loss: binary_cross_entropy, optimizer: {type: adam, " + "learning_rate: 0.01}, epochs: 1}\n";

    @TempDir
    private Path folder;

    @BeforeEach
    void experiment() throws IOException {
        Files.writeString(folder.resolve("t.csv"), "a,k\n" + "1.5,x\n2.5,y\n3.5,x\n0.5,y\n".repeat(10));
        Files.writeString(
                folder.resolve("v.yaml"),
                "name: v\nseed: 1\nchecks: {D606: ignore}\ndata: {source: " + folder.resolve("t.csv")
                        + ", target: k}\narchitecture: {layers: [{type: dense, units: 1, activation: sigmoid}]}\n"
                        + TRAINING);
    }

    private CommandRun check(String... overrides) {
        List<String> arguments = new java.util.ArrayList<>(
                List.of("check", folder.resolve("v.yaml").toString()));
        arguments.addAll(Arrays.asList(overrides));
        return refused(CommandRun.of(folder, arguments.toArray(String[]::new)));
    }

    private static CommandRun refused(CommandRun run) {
        assertThat(run.exit()).as(run.err()).isEqualTo(2);
        assertThat(run.err())
                .contains("error")
                .doesNotContain("\tat ", "Exception", ": null", "ZLIB", "mistake in dnn");
        return run;
    }

    private String trained() {
        CommandRun run = CommandRun.of(folder, "train", folder.resolve("v.yaml").toString(), "--run-dir", "run");
        assertThat(run.exit()).as(run.err()).isZero();
        return "run";
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 12, 30})
    void gzipThatWasCutOff(int bytes) throws IOException {
        Path file = write("t.csv.gz", Arrays.copyOf(gzip(Files.readAllBytes(folder.resolve("t.csv"))), bytes));
        CommandRun learnt = check("data.source=" + file);
        CommandRun predicted =
                refused(CommandRun.of(folder, "predict", trained(), "--data", file.toString(), "--output", "p.csv"));
        CommandRun evaluated = refused(CommandRun.of(folder, "evaluate", "run", "--data", file.toString()));
        for (CommandRun run : List.of(learnt, predicted, evaluated)) {
            assertThat(run.err()).contains("D610", "t.csv.gz");
        }
        if (bytes > 2) {
            assertThat(List.of(learnt.err(), predicted.err(), evaluated.err()))
                    .allMatch(text -> text.contains("the file was cut off"));
        }
    }

    @Test
    void gzipOfEmptyLinesIsNotReadToItsEnd() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write("a,k\n".getBytes(StandardCharsets.US_ASCII));
            byte[] lines = new byte[1 << 16];
            Arrays.fill(lines, (byte) '\n');
            for (int i = 0; i < 40; i++) {
                out.write(lines);
            }
        }
        String file = write("blank.csv.gz", packed.toByteArray()).toString();
        assertThat(check("data.source=" + file).err()).contains("D610", "more than 1000000 empty lines follow each");
        assertThat(refused(CommandRun.of(folder, "predict", trained(), "--data", file))
                        .err())
                .contains("more than 1000000 empty lines");
    }

    @Test
    void aNulIsNoSpace() throws IOException {
        Path file = folder.resolve("t.csv");
        Files.writeString(file, "a,k\n5\0,x\n" + "6,y\n7,x\n8,y\n".repeat(10));
        assertThat(check().err()).contains("error[D602]", "row 2: `5\\u0000`");
    }

    @Test
    void foldersAndDevices() {
        assertThat(check("data.source=/").err()).contains("D610", "it is a directory");
        assertThat(check("data.files.test=" + folder).err()).contains("it is a directory");
        assumeTrue(Files.exists(Path.of("/dev/zero")));
        String device = "/dev/zero";
        assertThat(check("data.source=" + device).err()).contains("`/dev/zero` is not a table: it is a device");
        assertThat(check("data.files.validation=" + device).err()).contains("it is a device");
        assertThat(refused(CommandRun.of(folder, "check", device)).err())
                .contains("`/dev/zero` cannot be read: it is a device or a pipe, not a file");
        assertThat(refused(CommandRun.of(folder, "init", device, "--target", "k"))
                        .err())
                .contains("it is a device");
        String run = trained();
        assertThat(refused(CommandRun.of(folder, "predict", run, "--data", device))
                        .err())
                .contains("`/dev/zero` is not a table: it is a device, not a file");
        assertThat(refused(CommandRun.of(folder, "evaluate", run, "--data", device))
                        .err())
                .contains("it is a device");
    }

    @Test
    void aPipeIsNoExperimentAndNoBase() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe");
        boolean made;
        try {
            made = new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0;
        } catch (IOException e) {
            made = false;
        }
        assumeTrue(made);
        assertThat(refused(CommandRun.of(folder, "check", pipe.toString())).err())
                .contains("a device or a pipe");
        Path extending = Files.writeString(folder.resolve("e.yaml"), "extends: pipe\nname: e\n");
        assertThat(refused(CommandRun.of(folder, "check", extending.toString())).err())
                .contains("/pipe` cannot be read: it is a device or a pipe");
        assertThat(check("data.source=" + pipe).err()).contains("it is a pipe");
    }

    @Test
    void aCellThatNeverEnds() throws IOException {
        char[] cell = new char[17_000_000];
        Arrays.fill(cell, 'x');
        Files.writeString(folder.resolve("long.csv"), "a,k\n1,x\n" + new String(cell) + ",y\n");
        assertThat(check("data.source=" + folder.resolve("long.csv")).err())
                .contains("D610", "a cell has more than 16,777,216 characters");
    }

    @Test
    void pointsOfMoreClassesThanThereAreArrays() {
        for (String source : List.of("blobs", "spirals")) {
            assertThat(check("data={source: " + source + ", items: 100, classes: 2147483647}")
                            .err())
                    .contains("error[O306]");
        }
        assertThat(check("data={source: blobs, items: 100, features: 2147483647}")
                        .err())
                .contains("error[");
    }

    /** Images of floats: what is no finite number is found as in tables of text. */
    @Test
    void imagesOfNumbersThatAreNotFinite() throws IOException {
        Path images = images("images.idx", 0, Float.NaN, Float.POSITIVE_INFINITY);
        Path labels = write("labels.idx", labels(40));
        String[] overrides = {"data={source: " + images + ", target: label, files: {labels: " + labels + "}}"};
        assertThat(check(overrides).err())
                .contains("the column `pixel1` has 1 missing cell", "the column `pixel2` has 1 infinite cell");
        Path fine = images("images.idx", 40, 0, 0);
        CommandRun run =
                CommandRun.of(folder, "train", folder.resolve("v.yaml").toString(), overrides[0], "--run-dir", "run");
        assertThat(run.exit()).as(run.err()).isZero();
        images("images.idx", 0, Float.NaN, Float.POSITIVE_INFINITY);
        assertThat(refused(CommandRun.of(folder, "predict", "run", "--data", fine.toString(), "--strict"))
                        .err())
                .contains("D602", "pixel1", "pixel2");
    }

    private Path images(String name, int odd, float one, float two) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(0x0d02);
        out.writeInt(40);
        out.writeInt(2);
        for (int image = 0; image < 40; image++) {
            out.writeFloat(image == odd ? one : image % 7);
            out.writeFloat(image == odd ? two : image % 5);
        }
        return write(name, bytes.toByteArray());
    }

    private static byte[] labels(int items) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(0x0801);
        out.writeInt(items);
        for (int item = 0; item < items; item++) {
            out.writeByte(item % 2);
        }
        return bytes.toByteArray();
    }
}
