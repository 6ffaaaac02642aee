// Longer than 300 lines: each case is one state that a run was left in, gone on with by the same command.
package dnn.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dnn.engine.training.EpochReport;
import dnn.engine.training.TrainingListener;
import dnn.launcher.process.ExitCode;
import dnn.run.check.CheckedExperiment;
import dnn.run.directory.RunDirectory;
import dnn.run.training.DirectoryTraining;
import dnn.run.training.ReadyTraining;
import dnn.run.training.ResumedTraining;
import dnn.run.training.ThreadBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A run that stops somewhere and goes on is the run that never stopped. */
class ResumeCommandTest {
    private static final String MOONS = """
            name: moons
            seed: 3
            data: {source: moons, items: 300, noise: 0.2}
            architecture:
              layers:
                - {type: dense, units: 9, activation: relu}
                - {type: dropout, rate: 0.2}
                - {type: dense, units: 1, activation: sigmoid}
            training:
              loss: binary_cross_entropy
              epochs: 12
              metrics: [accuracy, roc_auc]
              schedule: cosine
              early_stopping: {monitor: validation.loss, patience: 9}
              checkpoints: {every: 1 epochs}
            """;

    private static final String CLASSES = """
            name: clouds
            seed: 4
            data: {source: blobs, items: 240, classes: 3}
            architecture:
              layers:
                - {type: dense, units: 8, activation: tanh}
                - {type: dense, units: 3, activation: softmax}
            training:
              loss: categorical_cross_entropy
              optimizer: {type: sgd, momentum: 0.9, learning_rate: 0.05}
              schedule: {type: step, every: 3, factor: 0.5}
              epochs: 9
              batch_size: 13
              class_weights: {weights: {"0": 2, "1": 1, "2": 1}}
              regularization: {l2: 1e-3}
              gradient_clipping: {norm: 1}
              metrics: [f1_macro]
              cross_validation: {folds: 2}
              checkpoints: {every: 1 epochs}
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("moons.yaml"), MOONS);
        Files.writeString(folder.resolve("clouds.yaml"), CLASSES);
    }

    /** What an uninterrupted training would not have said. */
    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** Trains and is cut off after so many steps, as by a crash: nothing is saved any more. */
    private void crash(String run, int steps, String... arguments) {
        AtomicInteger step = new AtomicInteger();
        assertThatThrownBy(() -> train(
                        run,
                        new TrainingListener() {
                            @Override
                            public void epochEnded(EpochReport report) {}

                            @Override
                            public void stepped(int epoch, int number) {
                                if (step.incrementAndGet() == steps) {
                                    throw new Killed();
                                }
                            }
                        },
                        () -> false,
                        arguments))
                .isInstanceOf(Killed.class);
        assertThat(folder.resolve(run).resolve("result.json")).doesNotExist();
    }

    /** Trains into a folder: an experiment and overrides. */
    private DirectoryTraining.Outcome train(
            String run, TrainingListener listener, BooleanSupplier stop, String... arguments) throws IOException {
        List<String> overrides = List.of(arguments).subList(1, arguments.length);
        CheckedExperiment checked = CheckedExperiment.of(folder, folder.resolve(arguments[0]), overrides);
        ReadyTraining ready = ReadyTraining.of(checked, new ThreadBudget(1));
        try (RunDirectory directory = RunDirectory.at(folder.resolve(run))) {
            return new DirectoryTraining(ready.run(), directory).train(listener, stop, "");
        }
    }

    private static BooleanSupplier stoppingAfter(int steps) {
        AtomicInteger asked = new AtomicInteger();
        return () -> asked.incrementAndGet() > steps;
    }

    private void train(String run, String... arguments) throws IOException {
        train(run, TrainingListener.none(), () -> false, arguments);
    }

    private CommandRun resumed(String... arguments) {
        List<String> all = new ArrayList<>(List.of("resume"));
        all.addAll(List.of(arguments));
        return CommandRun.of(folder, all.toArray(String[]::new));
    }

    private void assertSame(String run, String whole) throws IOException {
        assertThat(Untimed.rows(folder.resolve(run))).isEqualTo(Untimed.rows(folder.resolve(whole)));
        assertThat(Untimed.result(folder.resolve(run))).isEqualTo(Untimed.result(folder.resolve(whole)));
    }

    static List<Arguments> experiments() {
        return Stream.of(
                        "moons.yaml",
                        "moons.yaml engine.backend=commons-math",
                        "moons.yaml engine.precision=float64 training.early_stopping.patience=1",
                        "clouds.yaml",
                        "clouds.yaml engine.backend=commons-math training.optimizer=rmsprop")
                .map(text -> Arguments.of((Object) text.split(" ")))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void afterACrashAtAnyStepItComesToTheSame(String... experiment) throws IOException {
        train("whole", experiment);
        for (int steps : new int[] {1, 8, 37}) {
            String run = "crashed-" + steps;
            crash(run, steps, experiment);
            CommandRun resumed = resumed(run, "engine.threads=2");
            assertThat(resumed.exit()).as(resumed.err()).isZero();
            assertThat(resumed.lastLine()).isEqualTo(run);
            assertSame(run, "whole");
        }
    }

    @Test
    void whatWasCutOffIsNoRunYetAndItIsSaidHowToGoOn() throws IOException {
        crash("cut-off", 8, "moons.yaml", "training.checkpoints={every: 1 epochs}");
        CommandRun evaluated = CommandRun.of(folder, "evaluate", "cut-off");
        assertThat(evaluated.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(evaluated.err()).contains("`dnn resume cut-off` goes on with it");
    }

    @Test
    void afterCtrlCItGoesOnFromTheLastStep() throws IOException {
        train("whole", "moons.yaml", "training.checkpoints={every: 1 min}");
        train(
                "stopped",
                TrainingListener.none(),
                stoppingAfter(17),
                "moons.yaml",
                "training.checkpoints={every: 1 min}");
        assertThat(folder.resolve("stopped/checkpoints/17")).isDirectory();
        CommandRun resumed = resumed("stopped");
        assertThat(resumed.exit()).as(resumed.err()).isZero();
        assertThat(resumed.err()).contains("goes on from the checkpoint in epoch 3, after step 3");
        assertSame("stopped", "whole");
        assertThat(folder.resolve("stopped/.next")).doesNotExist();
    }

    @Test
    void moreEpochsAreThoseThatATrainingOfAsManyWouldHaveHad() throws IOException {
        String constant = "training.schedule=constant";
        train("whole", "moons.yaml", constant);
        train("half", "moons.yaml", constant, "training.epochs=6");
        train("unsaved", "moons.yaml", constant, "training.epochs=6", "training.checkpoints=none");
        for (String run : List.of("half", "unsaved")) {
            CommandRun resumed = resumed(run, "training.epochs=12");
            assertThat(resumed.exit()).as(resumed.err()).isZero();
            assertThat(resumed.err()).contains("goes on after epoch 6, where the run ended");
            assertSame(run, "whole");
        }
        CommandRun again = resumed("half");
        assertThat(again.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(again.err())
                .contains(
                        "error[T530]: the run is complete: 12 epochs are done", "`dnn resume half training.epochs=24`");
    }

    /** Fewer epochs than were done: that the run is complete, and that epochs have begun, ask for different things. */
    @Test
    void oneFindingSaysThatFewerEpochsAreDoneAlready() throws IOException {
        train("run", "moons.yaml", "training.epochs=6", "training.checkpoints={every: 2 epochs}");
        CommandRun fewer = resumed("run", "training.epochs=3", "training.schedule=constant");
        assertThat(fewer.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(fewer.err())
                .contains("error[T530]: the run is complete: 6 epochs are done", "training.epochs=12`", "1 error\n")
                .doesNotContain("has begun");
    }

    @Test
    void whatDivergedGoesOnWithALowerRate() throws IOException {
        String[] wild = {
            "clouds.yaml",
            "training.optimizer.learning_rate=1e30",
            "training.gradient_clipping=null",
            "checks={T502: ignore}"
        };
        train("wild", wild);
        CommandRun again = resumed("wild");
        assertThat(again.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(again.err())
                .contains("error[T530]: numbers of the run were no longer finite")
                .contains("training.optimizer.learning_rate=1e29`");
        CommandRun tamed = resumed("wild", "training.optimizer.learning_rate=0.05");
        assertThat(tamed.exit()).as(tamed.err()).isZero();
        assertThat(Untimed.rows(folder.resolve("wild"))).hasSize(10);
        assertThat(Files.readString(folder.resolve("wild/experiment.yaml"))).contains("learning_rate: 0.05");
    }

    @Test
    void whatEarlyStoppingHasEndedGoesOnWithMorePatience() throws IOException {
        String stopping = "training.early_stopping={monitor: validation.accuracy, patience: ";
        String[] impatient = {"moons.yaml", stopping + "1}", "training.schedule=constant"};
        train("whole", "moons.yaml", stopping + "3}", "training.schedule=constant");
        train("impatient", impatient);
        CommandRun again = resumed("impatient", "training.epochs=20");
        assertThat(again.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(again.err()).contains("error[T530]: the run is complete: early stopping ended it after");
        CommandRun resumed = resumed("impatient", "training.early_stopping.patience=3");
        assertThat(resumed.exit()).as(resumed.err()).isZero();
        assertSame("impatient", "whole");
    }

    @Test
    void whatARunKeepsIsRefusedWithOldAndNewValue() throws IOException {
        crash("run", 20, "moons.yaml");
        CommandRun refused = resumed("run", "training.batch_size=16", "seed=4", "training.epochs=20");
        assertThat(refused.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(refused.err())
                .contains("error[T530]: `seed` was `3` when the run began and is `4` now")
                .contains("error[T530]: `training.batch_size` was `32` when the run began and is `16` now")
                .contains("what may change: `training.epochs`")
                .contains("2 errors");
        train("stopped", TrainingListener.none(), stoppingAfter(20), "moons.yaml");
        CommandRun behind = resumed("stopped", "training.epochs=1", "training.schedule=constant");
        assertThat(behind.err()).contains("error[T530]: training is to end after epoch 1, and epoch ");
        assertThat(folder.resolve("run/.lock")).doesNotExist();
        assertThat(resumed("run").exit()).isZero();
    }

    @Test
    void changedDataAreRefusedByTheNameOfTheFile() throws IOException {
        Path table = Files.copy(CommandRun.configs().resolve("tables/iris.csv"), folder.resolve("iris.csv"));
        Files.writeString(
                folder.resolve("iris.yaml"),
                MOONS.replace("{source: moons, items: 300, noise: 0.2}", "{source: iris.csv, target: species}")
                        .replace("units: 1, activation: sigmoid", "units: 3, activation: softmax")
                        .replace("binary", "categorical")
                        .replace(", roc_auc", ""));
        crash("run", 20, "iris.yaml");
        String text = Files.readString(table);
        Files.writeString(table, text.replaceFirst("5.1", "5.2"));
        CommandRun refused = resumed("run");
        assertThat(refused.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(refused.err())
                .contains("error[T531]: the data changed since the run began: `" + table + "`", "SHA-256");
        Files.writeString(table, text);
        assertThat(resumed("run").exit()).isZero();
    }

    @Test
    void aDamagedCheckpointIsPutAsideAndTheOneBeforeIsUsed() throws IOException {
        train("whole", "moons.yaml");
        crash("run", 60, "moons.yaml");
        Path checkpoints = folder.resolve("run/checkpoints");
        Path newest = Files.createDirectory(checkpoints.resolve("1000"));
        try (var saved = Files.list(checkpoints)) {
            Path whole = saved.filter(path -> !path.equals(newest)).findFirst().orElseThrow();
            for (String file : List.of("checkpoint.json", "data.json", "experiment.yaml", "manifest.json")) {
                Files.copy(whole.resolve(file), newest.resolve(file));
            }
            Files.copy(whole.resolve("state.safetensors"), newest.resolve("state.safetensors"));
        }
        byte[] bytes = Files.readAllBytes(newest.resolve("state.safetensors"));
        bytes[bytes.length / 2] ^= 1;
        Files.write(newest.resolve("state.safetensors"), bytes);
        Files.createDirectory(checkpoints.resolve(".77.part"));
        CommandRun resumed = resumed("run");
        assertThat(resumed.exit()).as(resumed.err()).isZero();
        assertThat(resumed.err())
                .contains("warning[T532]: the checkpoint `checkpoints/" + newest.getFileName()
                        + "` is damaged and not used: `state.safetensors` has other bytes than were written")
                .contains("it was put aside as `damaged-" + newest.getFileName() + "`");
        assertThat(checkpoints.resolve("damaged-" + newest.getFileName())).isDirectory();
        assertThat(checkpoints.resolve(".77.part")).doesNotExist();
        assertSame("run", "whole");
    }

    @Test
    void aCompleteRunStaysWholeUntilWhatGoesOnFromItIsComplete() throws IOException {
        train("run", "moons.yaml", "training.epochs=6");
        String before = Untimed.result(folder.resolve("run"));
        AtomicInteger epochs = new AtomicInteger();
        try (ResumedTraining training =
                ResumedTraining.of(folder, Path.of("run"), List.of("training.epochs=12"), OptionalInt.of(1))) {
            assertThatThrownBy(() -> training.goOn(
                            report -> {
                                if (epochs.incrementAndGet() == 3) {
                                    throw new Killed();
                                }
                            },
                            () -> false,
                            ""))
                    .isInstanceOf(Killed.class);
        }
        assertThat(Untimed.result(folder.resolve("run"))).isEqualTo(before);
        assertThat(CommandRun.of(folder, "evaluate", "run").exit()).isZero();
        CommandRun resumed = resumed("run");
        assertThat(resumed.exit()).as(resumed.err()).isZero();
        assertThat(Untimed.rows(folder.resolve("run"))).hasSize(13);
        assertThat(Files.readString(folder.resolve("run/experiment.yaml"))).contains("epochs: 12");
        assertThat(folder.resolve("run/.next")).doesNotExist();
        train("straight", "moons.yaml", "training.epochs=6");
        assertThat(resumed("straight", "training.epochs=12").exit()).isZero();
        assertSame("run", "straight");
    }

    @Test
    void foldsAreNotTrainedAgain() throws IOException {
        AtomicInteger steps = new AtomicInteger();
        TrainingListener counting = new TrainingListener() {
            @Override
            public void epochEnded(EpochReport report) {}

            @Override
            public void stepped(int epoch, int step) {
                steps.incrementAndGet();
            }
        };
        train("run", counting, () -> steps.get() >= 60, "clouds.yaml");
        AtomicInteger asked = new AtomicInteger();
        try (ResumedTraining training = ResumedTraining.of(folder, Path.of("run"), List.of(), OptionalInt.of(1))) {
            training.goOn(TrainingListener.none(), () -> asked.incrementAndGet() < 0, "");
        }
        // 117 steps less 60, and whatever is asked before the first: the folds would ask twice as often again.
        assertThat(asked.get()).isBetween(57, 80);
    }

    @Test
    void theRunThatStartedLastIsFound() throws IOException {
        assertThat(CommandRun.of(folder, "train", folder.resolve("moons.yaml").toString(), "training.epochs=2")
                        .exit())
                .isZero();
        CommandRun resumed = resumed("runs/moons", "training.epochs=3");
        assertThat(resumed.exit()).as(resumed.err()).isZero();
        assertThat(resumed.err()).contains("the run in runs/moons that started last: runs/moons/2026-01-01T12-00-00");
        assertThat(folder.resolve("runs/moons/latest")).exists();
    }

    @Test
    void whatIsNoRunIsRefused() throws IOException {
        assertThat(resumed("nothing").err()).contains("error[Y014]: there is no run `nothing`");
        assertThat(resumed("moons.yaml").err()).contains("error[Y014]: `moons.yaml` is a file");
        Files.createDirectory(folder.resolve("empty"));
        CommandRun refused = resumed("empty");
        assertThat(refused.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(refused.err()).contains("error[Y014]: `empty` is not a usable run directory");
    }
}
