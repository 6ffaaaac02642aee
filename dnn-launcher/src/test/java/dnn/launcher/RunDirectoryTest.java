// Longer than 300 lines: each case is one thing that stands in a run directory, made by the same few trainings.
package dnn.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dnn.config.BaseResolver;
import dnn.config.ExperimentLoader;
import dnn.config.yaml.ExperimentWriter;
import dnn.engine.training.EpochReport;
import dnn.engine.training.TrainingListener;
import dnn.engine.training.TrainingPlan;
import dnn.launcher.process.ExitCode;
import dnn.launcher.terminal.FiguresTable;
import dnn.run.directory.OccupiedRunDirectoryException;
import dnn.run.directory.RunDirectory;
import dnn.run.training.DirectoryTraining;
import dnn.run.training.ExperimentRun;
import dnn.run.training.FoldTraining;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in a folder stays there, unless dnn wrote it and is told to replace it. */
class RunDirectoryTest {
    private static final Path MOONS = CommandRun.configs().resolve("moons.yaml");

    @TempDir
    private Path folder;

    private CommandRun train(String... more) {
        List<String> arguments = new ArrayList<>(List.of("train", MOONS.toString(), "training.epochs=2"));
        arguments.addAll(List.of(more));
        return CommandRun.of(folder, arguments.toArray(String[]::new));
    }

    /** Every file below a folder with its content. */
    private static Map<Path, String> contents(Path folder) throws IOException {
        Map<Path, String> contents = new TreeMap<>();
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(
                        folder.relativize(file), new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return contents;
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private void assertRefusedAndUntouched(Path where, CommandRun run, Map<Path, String> before) throws IOException {
        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.err()).contains("error[T525]").doesNotContain("epoch 1/").doesNotContain("\tat ");
        assertThat(contents(where)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "experiment.yaml",
                "log.txt",
                "result.json",
                "metrics.csv",
                "plots/mine.svg",
                "model/notes.txt",
                "model/weights.safetensors",
                "photo.jpg"
            })
    void aFolderOfTheUsersIsRefusedAsItIs(String file) throws IOException {
        write("mine/" + file, "# my own\nname: moons\n");
        Map<Path, String> before = contents(folder.resolve("mine"));
        CommandRun plain = train("--run-dir", "mine");
        assertRefusedAndUntouched(folder.resolve("mine"), plain, before);
        assertThat(plain.err())
                .contains(
                        "the run directory `" + folder.resolve("mine") + "` is not empty: it holds `"
                                + Path.of(file).getName(0) + "`",
                        "with `--overwrite`");
        CommandRun overwriting = train("--run-dir", "mine", "--overwrite");
        assertRefusedAndUntouched(folder.resolve("mine"), overwriting, before);
        assertThat(overwriting.err()).contains("dnn did not write it").doesNotContain("is replaced with `--overwrite`");
    }

    @Test
    void theCurrentFolderWithItsExperimentIsRefused() throws IOException {
        write("experiment.yaml", "# with comments\n" + Files.readString(MOONS));
        Map<Path, String> before = contents(folder);
        CommandRun run = CommandRun.of(
                folder, "train", folder.resolve("experiment.yaml").toString(), "--run-dir", ".", "--overwrite");
        assertRefusedAndUntouched(folder, run, before);
    }

    @Test
    void aRunOfThisExperimentIsReplacedWhereThatIsSaid() throws IOException {
        assertThat(train("--run-dir", "here", "seed=1").exit()).isZero();
        Path here = folder.resolve("here");
        write("here/notes.txt", "mine");
        write("here/plots/mine.svg", "<svg/>");
        Map<Path, String> before = contents(here);
        CommandRun plain = train("--run-dir", "here");
        assertRefusedAndUntouched(here, plain, before);
        CommandRun replaced = train("--run-dir", "here", "--overwrite", "seed=2");
        assertThat(replaced.exit()).as(replaced.err()).isZero();
        assertThat(replaced.lastLine()).isEqualTo("here");
        Map<Path, String> after = contents(here);
        assertThat(after.keySet()).isEqualTo(before.keySet());
        assertThat(after.get(Path.of("result.json"))).contains("\"seed\" : 2");
        assertThat(after.get(Path.of("notes.txt"))).isEqualTo("mine");
        assertThat(after.get(Path.of("plots/mine.svg"))).isEqualTo("<svg/>");
        assertThat(here.resolve(".next")).doesNotExist();
        assertThat(CommandRun.of(folder, "evaluate", here.toString()).exit()).isZero();
    }

    @Test
    void whatTheNewRunDoesNotHaveGoesAndWhatTheUserChangedStays() throws IOException {
        assertThat(train("--run-dir", "here").exit()).isZero();
        Path here = folder.resolve("here");
        assertThat(here.resolve("plots/decision-regions.svg")).exists();
        CommandRun other = train(
                "--run-dir",
                "here",
                "--overwrite",
                "data={source: blobs, features: 3, classes: 2}",
                "architecture.inputs=3");
        assertThat(other.exit()).as(other.err()).isZero();
        assertThat(here.resolve("plots/decision-regions.svg")).doesNotExist();
        assertThat(here.resolve("plots/confusion-matrix.svg")).exists();

        Files.writeString(here.resolve("experiment.yaml"), "# why I did this\n", StandardOpenOption.APPEND);
        Map<Path, String> before = contents(here);
        CommandRun changed = train("--run-dir", "here", "--overwrite");
        assertRefusedAndUntouched(here, changed, before);
        assertThat(changed.err()).contains("`experiment.yaml` was changed since dnn wrote it");
    }

    @Test
    void aRunOfAnotherExperimentIsRefused() throws IOException {
        assertThat(train("--run-dir", "here", "name=first").exit()).isZero();
        Map<Path, String> before = contents(folder.resolve("here"));
        CommandRun run = train("--run-dir", "here", "--overwrite");
        assertRefusedAndUntouched(folder.resolve("here"), run, before);
        assertThat(run.err()).contains("a run of another experiment: `first`, not `moons`");
    }

    @Test
    void aManifestFromElsewhereRemovesNothingOutside() throws IOException {
        assertThat(train("--run-dir", "here").exit()).isZero();
        write("precious.txt", "");
        Path manifest = folder.resolve("here/manifest.json");
        Files.writeString(
                manifest,
                Files.readString(manifest)
                        .replaceFirst(
                                "\"log.txt\"",
                                "\"../precious.txt\" : {\"bytes\" : 0, \"sha256\" : "
                                        + "\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\"},"
                                        + "\n\"log.txt\""));
        CommandRun run = train("--run-dir", "here", "--overwrite");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(folder.resolve("precious.txt")).exists();
    }

    private ExperimentRun prepared(String... overrides) {
        return ExperimentRun.prepare(
                new ExperimentLoader(BaseResolver.none())
                        .load(MOONS, List.of(overrides))
                        .experiment(),
                folder);
    }

    /**
     * The old run is whole in every moment of a training that replaces it, also if that is killed: here it is looked at
     * from inside.
     */
    @Test
    void theOldRunStaysWholeUntilTheNewOneIsComplete() throws IOException {
        assertThat(train("--run-dir", "here").exit()).isZero();
        Path here = folder.resolve("here");
        Map<Path, String> before = contents(here);
        TrainingListener looking = new TrainingListener() {
            @Override
            public void epochEnded(EpochReport report) {}

            @Override
            public void started(TrainingPlan plan) {
                try {
                    Map<Path, String> now = contents(here);
                    now.keySet().removeIf(file -> file.startsWith(".next") || file.startsWith(".lock"));
                    assertThat(now).isEqualTo(before);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                throw new IllegalStateException("killed");
            }
        };
        try (RunDirectory directory = RunDirectory.replacing(here, "moons")) {
            Assertions.assertThatThrownBy(() -> new DirectoryTraining(prepared("training.epochs=2"), directory)
                            .train(looking, () -> false, ""))
                    .hasMessage("killed");
        }
        assertThat(CommandRun.of(folder, "evaluate", here.toString()).exit()).isZero();
        CommandRun again = train("--run-dir", "here", "--overwrite");
        assertThat(again.exit()).as(again.err()).isZero();
        assertThat(contents(here).keySet()).isEqualTo(before.keySet());
    }

    /**
     * Cut short between the removal of the old result and the end: the new run is found inside, and is put in place by
     * the next that overwrites.
     */
    @Test
    void aReplacementCutShortIsReadable() throws IOException {
        assertThat(train("--run-dir", "here", "seed=7").exit()).isZero();
        Path here = folder.resolve("here");
        Path next = Files.createDirectory(here.resolve(".next"));
        Files.createDirectory(next.resolve("model"));
        for (String file : List.of(
                "experiment.yaml",
                "result.json",
                "metrics.csv",
                "log.txt",
                "manifest.json",
                "data.json",
                "model/weights.safetensors",
                "model/preprocessing.json")) {
            Files.copy(here.resolve(file), next.resolve(file));
        }
        Files.delete(here.resolve("result.json"));
        Files.delete(here.resolve("model/weights.safetensors"));
        assertThat(CommandRun.of(folder, "evaluate", here.toString()).exit()).isZero();
        CommandRun again = train("--run-dir", "here", "--overwrite");
        assertThat(again.exit()).as(again.err()).isZero();
        assertThat(next).doesNotExist();
    }

    @Test
    void aKilledTrainingLeavesWhatCanBeReplaced() throws IOException {
        try (RunDirectory directory = RunDirectory.at(folder.resolve("here"))) {
            directory.write(
                    RunDirectory.EXPERIMENT,
                    ExperimentWriter.writeResolved(new ExperimentLoader(BaseResolver.none())
                            .load(MOONS, List.of())
                            .experiment()));
        }
        assertThat(train("--run-dir", "here").exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(train("--run-dir", "here", "--overwrite").exit()).isZero();
    }

    @Test
    void twoTrainingsIntoOneFolderAreNotBothLetIn() throws IOException {
        Path here = folder.resolve("here");
        try (RunDirectory first = RunDirectory.at(here)) {
            assertThat(first.path()).isEqualTo(here);
            CommandRun second = train("--run-dir", "here");
            assertThat(second.exit()).isEqualTo(ExitCode.REFUSED);
            assertThat(second.err()).contains("error[T525]: another training writes into `" + here + "` now");
            CommandRun third = train("--run-dir", "here", "--overwrite");
            assertThat(third.err()).contains("error[T525]");
        }
    }

    @Test
    void aLockLeftByADeadProcessDoesNotBlock() throws IOException {
        write("here/.lock", "4194305 1\n");
        CommandRun run = train("--run-dir", "here");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(folder.resolve("here/.lock")).doesNotExist();
    }

    @Test
    void ofManyThatStartAtOnceOneGetsTheFolderAndEachItsOwnWithoutOne() throws Exception {
        int starts = 12;
        ExecutorService executor = Executors.newFixedThreadPool(starts);
        CyclicBarrier together = new CyclicBarrier(starts);
        try {
            List<Callable<RunDirectory>> named = Collections.nCopies(starts, () -> {
                together.await();
                return RunDirectory.at(folder.resolve("named"));
            });
            int got = 0;
            for (Future<RunDirectory> start : executor.invokeAll(named)) {
                try {
                    start.get().close();
                    got++;
                } catch (ExecutionException e) {
                    assertThat(e.getCause()).isInstanceOf(OccupiedRunDirectoryException.class);
                }
            }
            assertThat(got).isOne();
            List<Callable<RunDirectory>> own = Collections.nCopies(starts, () -> {
                together.await();
                return RunDirectory.create(folder.resolve("runs"), "moons", LocalDateTime.of(2026, 1, 1, 12, 0));
            });
            Set<Path> paths = new HashSet<>();
            for (Future<RunDirectory> start : executor.invokeAll(own)) {
                paths.add(start.get().path());
                start.get().close();
            }
            assertThat(paths).hasSize(starts);
        } finally {
            executor.shutdownNow();
        }
    }

    /** A device that is always full stands where the file is to be written. */
    @ParameterizedTest
    @ValueSource(strings = {"model/weights.safetensors", "metrics.csv", "result.json"})
    void aDiskThatFillsUpMeanwhileIsSaid(String name) throws IOException {
        Path device = Path.of("/dev/full");
        assumeTrue(Files.exists(device), "skipped: there is no /dev/full");
        Path here = folder.resolve("here");
        TrainingListener filling = new TrainingListener() {
            @Override
            public void epochEnded(EpochReport report) {}

            @Override
            public void started(TrainingPlan plan) {
                try {
                    Path file = here.resolve(name);
                    Files.createDirectories(file.getParent());
                    Files.deleteIfExists(file);
                    Files.createSymbolicLink(file, device);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
        try (RunDirectory directory = RunDirectory.at(here)) {
            Assertions.assertThatThrownBy(() -> new DirectoryTraining(prepared("training.epochs=1"), directory)
                            .train(filling, () -> false, ""))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("No space left on device");
        }
        try (var files = Files.walk(here)) {
            assertThat(files).noneMatch(file -> file.toString().endsWith(".part"));
        }
    }

    /**
     * A folder that nobody can write into stands where the pictures go: the run is complete all the same, and says what
     * is missing.
     */
    @Test
    void aPictureThatFailsIsAWarningAfterTheRunIsComplete() throws IOException {
        Path here = folder.resolve("here");
        List<String> warnings = new ArrayList<>();
        TrainingListener listener = new TrainingListener() {
            @Override
            public void epochEnded(EpochReport report) {}

            @Override
            public void started(TrainingPlan plan) {
                try {
                    Files.writeString(here.resolve("plots"), "no folder");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            public void warned(String message) {
                assertThat(here.resolve("result.json")).exists();
                warnings.add(message);
            }
        };
        try (RunDirectory directory = RunDirectory.at(here)) {
            new DirectoryTraining(prepared("training.epochs=2"), directory).train(listener, () -> false, "");
        }
        assertThat(warnings)
                .hasSize(5)
                .anyMatch(message -> message.startsWith("the picture plots/decision-regions.svg could not be made: "));
        assertThat(CommandRun.of(folder, "evaluate", here.toString()).exit()).isZero();
        assertThat(Files.readString(here.resolve("log.txt"))).contains("warning: the picture plots/network.svg");
    }

    @Test
    void metricsAndLogGrowWhileTraining() throws IOException {
        Path here = folder.resolve("here");
        List<Integer> rows = new ArrayList<>();
        TrainingListener looking = new TrainingListener() {
            @Override
            public void epochEnded(EpochReport report) {}

            @Override
            public void stepped(int epoch, int step) {
                if (step == 1) {
                    try {
                        Path metrics = here.resolve("metrics.csv");
                        rows.add(
                                Files.exists(metrics)
                                        ? Files.readAllLines(metrics).size()
                                        : 0);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }
            }
        };
        try (RunDirectory directory = RunDirectory.at(here)) {
            new DirectoryTraining(prepared("training.epochs=4"), directory).train(looking, () -> false, "");
        }
        assertThat(rows).containsExactly(0, 2, 3, 4);
        assertThat(Files.readString(here.resolve("log.txt")))
                .containsPattern("(?m)^epoch 4  train.loss 0\\.\\d{1,6}  validation.loss 0\\.\\d{1,6}  ");
    }

    /** The third question after the first epoch's steps is answered with yes: folds under way are cut off. */
    @Test
    void foldsThatWereCutOffAreLeftOutAndSaid() throws IOException {
        AtomicInteger steps = new AtomicInteger();
        try (RunDirectory directory = RunDirectory.at(folder.resolve("none"))) {
            DirectoryTraining.Outcome outcome = new DirectoryTraining(
                            prepared("training.epochs=2", "training.cross_validation={folds: 3}"), directory)
                    .train(TrainingListener.none(), () -> steps.incrementAndGet() > 10, "");
            var folds = outcome.result().crossValidation().orElseThrow();
            assertThat(folds.asked()).isEqualTo(3);
            assertThat(folds.folds()).isEmpty();
            assertThat(folds.mean()).isEmpty();
            assertThat(FiguresTable.ofFolds(folds))
                    .isEqualTo("no figures over folds (3 folds of 3 not trained to the end: left out)");
        }
        var some = new FoldTraining.Result(
                10, List.of(Map.of("loss", 0.5)), Map.of("loss", 0.5), Map.of("loss", Double.NaN));
        assertThat(FiguresTable.ofFolds(some))
                .isEqualTo("over 1 fold (9 folds of 10 not trained to the end: left out): loss 0.5000");
    }
}
