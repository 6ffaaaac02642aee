package dnn.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dnn.api.path.KeyPaths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real trainings are killed at random moments, by a signal that no process can see coming, and go on until they are
 * done: they come to what the training has come to that nobody killed. {@code -Dkills=200} says how often.
 */
class KilledTrainingIT {
    private static final int KILLS = Integer.getInteger("kills", 30);
    private static final long SEED = Long.getLong("kills.seed", 20260101);

    /** A training is killed within so many milliseconds of its first sign. */
    private static final int WITHIN_MILLISECONDS = 900;

    private static final String EXPERIMENT = """
            name: killed
            seed: 5
            data: {source: blobs, items: 400, classes: 3, noise: 3}
            architecture:
              layers:
                - {type: dense, units: 16, activation: relu}
                - {type: dropout, rate: 0.2}
                - {type: dense, units: 3, activation: softmax}
            training:
              loss: categorical_cross_entropy
              epochs: 250
              batch_size: 20
              schedule: cosine
              class_weights: balanced
              metrics: [accuracy]
              early_stopping: {monitor: validation.loss, patience: 200}
              checkpoints: {every: 0.02 s}
            """;

    private static final List<List<String>> KINDS = List.of(
            List.of("engine.backend=commons-math"),
            List.of(),
            List.of(
                    KeyPaths.ENGINE_PRECISION + "=float64",
                    "training.optimizer={type: sgd, momentum: 0.9, learning_rate: 0.01}"),
            List.of("training.optimizer=rmsprop", "training.shuffle=false", "training.batch_size=33"));

    @TempDir
    private Path folder;

    @Test
    void killedAtRandomMomentsTheyComeToTheSame() throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("killed.yaml"), EXPERIMENT);
        Random random = new Random(SEED);
        int kills = 0;
        int trainings = 0;
        for (int i = 0; i < KINDS.size(); i++) {
            train(file, "whole-" + i, KINDS.get(i));
        }
        while (kills < KILLS) {
            int kind = trainings % KINDS.size();
            String run = "run-" + trainings++;
            kills += killedUntilDone(file, run, KINDS.get(kind), Math.min(5, KILLS - kills), random);
            assertThat(Untimed.rows(folder.resolve(run)))
                    .as("seed %d, %s", SEED, run)
                    .isEqualTo(Untimed.rows(folder.resolve("whole-" + kind)));
            assertThat(Untimed.result(folder.resolve(run)))
                    .as("seed %d, %s", SEED, run)
                    .isEqualTo(Untimed.result(folder.resolve("whole-" + kind)));
            assertThat(leftovers(run)).isEmpty();
        }
        System.getLogger("dnn")
                .log(
                        System.Logger.Level.INFO,
                        kills + " kills of " + trainings + " trainings, seed " + SEED + ": all came to the same");
    }

    private void train(Path file, String run, List<String> overrides) {
        List<String> arguments = new ArrayList<>(List.of("train", file.toString(), "--run-dir", run));
        arguments.addAll(overrides);
        CommandRun trained = CommandRun.of(folder, arguments.toArray(String[]::new));
        assertThat(trained.exit()).as(trained.err()).isZero();
    }

    /** Starts it again after each kill; the last start is left alone. How many kills hit it. */
    private int killedUntilDone(Path file, String run, List<String> overrides, int most, Random random)
            throws IOException, InterruptedException {
        int kills = 0;
        while (true) {
            boolean begun = Files.exists(folder.resolve(run).resolve("experiment.yaml"));
            if (!begun && Files.exists(folder.resolve(run))) {
                // Killed before it was a run: what little stands there is no run that could go on.
                remove(folder.resolve(run));
            }
            List<String> command = command(begun, file, run, overrides, 1 + random.nextInt(2));
            DnnProcess process = DnnProcess.start(folder, command);
            if (kills == most) {
                assertThat(process.endsWithin(120_000)).isTrue();
                assertThat(process.exit()).as("%s: %s", run, process.said()).isZero();
                return kills;
            }
            process.awaitFile(folder.resolve(run).resolve("experiment.yaml"));
            if (process.endsWithin(random.nextInt(WITHIN_MILLISECONDS))) {
                // The run was quicker.
                assertThat(process.exit()).as("%s: %s", run, process.said()).isZero();
                return kills;
            }
            process.kill();
            kills++;
        }
    }

    private static List<String> command(boolean begun, Path file, String run, List<String> overrides, int threads) {
        List<String> command =
                new ArrayList<>(begun ? List.of("resume", run) : List.of("train", file.toString(), "--run-dir", run));
        if (!begun) {
            command.addAll(overrides);
        }
        command.add("engine.threads=" + threads);
        return command;
    }

    private List<Path> leftovers(String run) throws IOException {
        try (var all = Files.walk(folder.resolve(run))) {
            return all.filter(path -> path.toString().endsWith(".part")
                            || path.toString().contains("damaged-")
                            || path.endsWith(".lock"))
                    .toList();
        }
    }

    private static void remove(Path directory) throws IOException {
        List<Path> all;
        try (var walk = Files.walk(directory)) {
            all = new ArrayList<>(walk.toList());
        }
        for (int i = all.size() - 1; i >= 0; i--) {
            Files.delete(all.get(i));
        }
    }
}
