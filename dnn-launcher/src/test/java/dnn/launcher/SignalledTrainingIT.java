package dnn.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dnn.run.directory.ProvenFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Real trainings are asked to end, by Ctrl-C and as a system that shuts down does, at any moment from their start on:
 * the exit code tells by what, and what is left is a whole run that goes on to what nobody interrupted.
 * {@code -Dsignals=50} says how often.
 */
class SignalledTrainingIT {
    private static final int SIGNALS = Integer.getInteger("signals", 6);
    private static final long SEED = Long.getLong("signals.seed", 20260106);

    /** Where a build runs in the background its children would not hear of Ctrl-C. */
    private static final List<String> HEARING = List.of("env", "--default-signal=INT");

    private static final String EXPERIMENT = """
            name: asked
            seed: 5
            data: {source: blobs, items: 400, classes: 3, noise: 3}
            architecture:
              layers:
                - {type: dense, units: 16, activation: relu}
                - {type: dense, units: 3, activation: softmax}
            training:
              loss: categorical_cross_entropy
              epochs: 600
              batch_size: 20
              checkpoints: {every: 0.05 s}
            engine: {threads: 1}
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void askedToEndAtAnyMomentItSaysSoAndGoesOn(String signal, int exit) throws IOException, InterruptedException {
        assumeTrue(canHear(), "there is no `env --default-signal`, with which processes hear of Ctrl-C for sure");
        Path file = Files.writeString(folder.resolve("asked.yaml"), EXPERIMENT);
        long began = System.nanoTime();
        DnnProcess whole = DnnProcess.start(folder, List.of("train", file.toString(), "--run-dir", "whole"));
        assertThat(whole.endsWithin(120_000)).isTrue();
        int whileItRuns = (int) ((System.nanoTime() - began) / 1_000_000);
        Random random = new Random(SEED);
        int interrupted = 0;
        for (int i = 0; i < SIGNALS; i++) {
            String run = "run-" + i;
            DnnProcess process = DnnProcess.start(folder, HEARING, List.of("train", file.toString(), "--run-dir", run));
            // Evenly over the time that a training takes, also where the machine is busy.
            boolean ended = process.endsWithin((long) whileItRuns * i / SIGNALS + random.nextInt(100));
            if (!ended) {
                process.signal(signal);
                assertThat(process.endsWithin(60_000)).as(run).isTrue();
            }
            assertThat(process.exit())
                    .as("seed %d, %s: %s", SEED, run, process.said())
                    .isIn(exit, 0);
            interrupted += process.exit() == exit ? 1 : 0;
            goesOn(folder.resolve(run), process);
        }
        assertThat(interrupted).isGreaterThan(SIGNALS / 2);
    }

    private boolean canHear() throws IOException, InterruptedException {
        try {
            return new ProcessBuilder("env", "--default-signal=INT", "true")
                            .redirectErrorStream(true)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private void goesOn(Path run, DnnProcess process) throws IOException {
        if (!Files.exists(run.resolve("experiment.yaml"))) {
            assertThat(process.exit()).isNotZero();
            return;
        }
        assertThat(run.resolve("result.json")).as(process.said()).exists();
        assertThat(ProvenFiles.read(run).damages()).isEmpty();
        // Asked between the last epoch and its end, a process has nothing left to go on with: the run is whole.
        boolean complete = Files.readString(run.resolve("result.json")).contains("\"status\" : \"completed\"");
        if (process.exit() == 0) {
            assertThat(complete).as(process.said()).isTrue();
        } else if (!complete) {
            CommandRun resumed = CommandRun.of(folder, "resume", run.toString());
            assertThat(resumed.exit()).as(resumed.err()).isZero();
        }
        assertThat(Untimed.rows(run)).isEqualTo(Untimed.rows(folder.resolve("whole")));
        assertThat(Untimed.result(run)).isEqualTo(Untimed.result(folder.resolve("whole")));
        try (var all = Files.walk(run)) {
            assertThat(all).noneMatch(path -> path.toString().endsWith(".part") || path.endsWith(".lock"));
        }
    }
}
