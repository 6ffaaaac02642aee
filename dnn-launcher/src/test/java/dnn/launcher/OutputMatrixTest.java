package dnn.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dnn.launcher.process.ExitCode;
import dnn.launcher.process.Interruption;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every command that prints, and every one that writes to a named place, with all kinds of places. */
class OutputMatrixTest {
    private static final String PREDICT = "predict run --data t.csv --output OUT";
    private static final String INIT = "init t.csv --target kind --overwrite --output OUT";
    private static final String SCHEMA = "schema --overwrite --output OUT";

    @TempDir
    private static Path trained;

    @TempDir
    private Path folder;

    @BeforeAll
    static void train() throws IOException {
        TrainedRun.in(trained);
        Files.writeString(
                trained.resolve("wrong.yaml"),
                Files.readString(trained.resolve("e.yaml")).replace("units: 2", "unit: 2"));
    }

    @BeforeEach
    void copy() throws IOException {
        List<Path> all;
        try (var files = Files.walk(trained)) {
            all = files.filter(file -> !file.equals(trained)).toList();
        }
        for (Path file : all) {
            Files.copy(file, folder.resolve(trained.relativize(file)));
        }
    }

    private CommandRun run(String line) {
        return CommandRun.of(folder, line.split(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check e.yaml",
                "check wrong.yaml --format json",
                "check e.yaml --format json",
                "check e.yaml --format sarif",
                "check wrong.yaml --format github",
                "check e.yaml --probe",
                "train e.yaml",
                "resume run training.epochs=4",
                "evaluate run",
                "evaluate run --data t.csv",
                "predict run --data t.csv",
                "predict run --data t.csv --format jsonl",
                "predict run --data t.csv --strict",
                "inspect e.yaml",
                "inspect e.yaml --format json",
                "inspect run",
                "inspect e.yaml --equations",
                "verify run",
                "verify run --files",
                "gradcheck e.yaml",
                "explain",
                "explain S101",
                "schema",
                "init t.csv --target kind",
                "completion bash",
                "completion zsh",
                "completion fish",
                "predict --help",
                "--version"
            })
    void aFullDiskBehindStandardOutputIsNoSuccess(String line) throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "there is no /dev/full here");
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        try (var out = new BufferedOutputStream(new FileOutputStream(full.toFile()))) {
            int exit = new Launcher(CommandRun.environment(folder, "", 0, out, err, new Interruption()))
                    .run(line.split(" "));
            assertThat(exit).as(err.toString(StandardCharsets.UTF_8)).isEqualTo(ExitCode.REFUSED);
        } catch (IOException closing) {
            // What could not be written cannot be flushed, either.
            assertThat(closing).hasMessageContaining("space");
        }
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("standard output could not be written to its end")
                .doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {PREDICT, INIT, SCHEMA})
    void aDeviceIsWrittenIntoAndStays(String line) throws IOException {
        assumeTrue(Files.exists(Path.of("/dev/full")), "there is no /dev/full here");
        assertThat(run(line.replace("OUT", "/dev/null")).exit()).isZero();
        CommandRun full = run(line.replace("OUT", "/dev/full"));
        assertThat(full.exit()).as(full.err()).isEqualTo(ExitCode.REFUSED);
        assertThat(full.err()).contains("/dev/full").doesNotContain("\tat ");
        assertThat(Files.readAttributes(Path.of("/dev/full"), java.nio.file.attribute.BasicFileAttributes.class)
                        .isOther())
                .isTrue();
        assertNoTraces();
    }

    @ParameterizedTest
    @ValueSource(strings = {PREDICT, INIT, SCHEMA})
    void aPipeGetsItAll(String line) throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe");
        assumeTrue(makesPipe(pipe), "there is no mkfifo here");
        CompletableFuture<byte[]> read = CompletableFuture.supplyAsync(() -> {
            try {
                return Files.readAllBytes(pipe);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        CommandRun written = run(line.replace("OUT", "pipe"));
        assertThat(written.exit()).as(written.err()).isZero();
        CommandRun file = run(line.replace("OUT", "file"));
        assertThat(file.exit()).as(file.err()).isZero();
        assertThat(read.orTimeout(30, TimeUnit.SECONDS).join()).isEqualTo(Files.readAllBytes(folder.resolve("file")));
        assertThat(Files.isRegularFile(pipe)).isFalse();
    }

    private static boolean makesPipe(Path pipe) throws InterruptedException {
        try {
            return new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {PREDICT, INIT, SCHEMA})
    void aLinkLeadsOnToAFileThatKeepsItsMode(String line) throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"), "files have no modes here");
        Path target = Files.writeString(folder.resolve("target"), "old");
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-------"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), target);
        CommandRun written = run(line.replace("OUT", "link"));
        assertThat(written.exit()).as(written.err()).isZero();
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(Files.readString(target)).isNotEqualTo("old");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target)))
                .isEqualTo("rw-------");
        assertNoTraces();
    }

    @ParameterizedTest
    @ValueSource(strings = {PREDICT, INIT, SCHEMA})
    void whatIsNoPlaceForAFileIsRefused(String line) throws IOException {
        Files.createSymbolicLink(folder.resolve("dangling"), Path.of("nowhere"));
        Path closed = Files.writeString(folder.resolve("closed"), "old");
        assertThat(closed.toFile().setWritable(false)).isTrue();
        Predicate<String> writable = name -> Files.isWritable(folder.resolve(name));
        List<String> places = new ArrayList<>(List.of("dangling", "run", "t.csv/below"));
        if (!writable.test("closed")) {
            places.add("closed");
        }
        for (String place : places) {
            CommandRun refused = run(line.replace("OUT", place));
            assertThat(refused.exit()).as("%s: %s", place, refused.err()).isEqualTo(ExitCode.REFUSED);
            assertThat(refused.err()).as(place).contains("error[").doesNotContain("\tat ");
        }
        assertThat(Files.readString(closed)).isEqualTo("old");
        assertNoTraces();
    }

    @ParameterizedTest
    @ValueSource(strings = {PREDICT, INIT})
    void theTableThatIsReadIsNotReplaced(String line) throws IOException {
        String table = Files.readString(folder.resolve("t.csv"));
        Files.createSymbolicLink(folder.resolve("other-name.csv"), folder.resolve("t.csv"));
        Files.createLink(folder.resolve("second-name.csv"), folder.resolve("t.csv"));
        for (String place : List.of("t.csv", "./t.csv", "run/../t.csv", "other-name.csv", "second-name.csv")) {
            CommandRun refused = run(line.replace("OUT", place));
            assertThat(refused.exit()).as("%s: %s", place, refused.err()).isEqualTo(ExitCode.REFUSED);
            assertThat(refused.err()).as(place).contains("`--output` names the table itself");
            assertThat(Files.readString(folder.resolve("t.csv"))).as(place).isEqualTo(table);
        }
    }

    @Test
    void aFileOfTheRunIsNotReplacedByItsPredictions() throws IOException {
        byte[] result = Files.readAllBytes(folder.resolve("run/result.json"));
        CommandRun refused = run(PREDICT.replace("OUT", "run/result.json"));
        assertThat(refused.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(refused.err()).contains("`--output` names a file of the run's directory");
        assertThat(Files.readAllBytes(folder.resolve("run/result.json"))).isEqualTo(result);
        CommandRun beside = run(PREDICT.replace("OUT", "run/predictions.csv"));
        assertThat(beside.exit()).as(beside.err()).isZero();
    }

    @Test
    void standardOutputMayBeNamedAsAFile() throws IOException, InterruptedException {
        assumeTrue(Files.exists(Path.of("/dev/fd")), "there is no /dev/fd here");
        for (String place : List.of("/dev/fd/1", "/dev/stdout")) {
            DnnProcess process =
                    DnnProcess.start(folder, List.of("predict", "run", "--data", "t.csv", "--output", place));
            assertThat(process.endsWithin(120_000)).isTrue();
            assertThat(process.exit()).as(process.said()).isZero();
            assertThat(process.said().lines().filter(row -> row.startsWith("big,") || row.startsWith("small,")))
                    .hasSize(60);
        }
    }

    @Test
    void predictionsThatAreInterruptedLeaveTheFileThatWasThere() throws IOException {
        Files.writeString(folder.resolve("p.csv"), "old");
        Interruption interruption = new Interruption();
        interruption.request();
        CommandRun stopped = CommandRun.of(
                folder, interruption, PREDICT.replace("OUT", "p.csv").split(" "));
        assertThat(stopped.exit()).as(stopped.err()).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(Files.readString(folder.resolve("p.csv"))).isEqualTo("old");
        assertNoTraces();
    }

    private void assertNoTraces() throws IOException {
        try (var files = Files.walk(folder)) {
            assertThat(files).noneMatch(file -> file.toString().endsWith(".part"));
        }
    }
}
