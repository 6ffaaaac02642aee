package dnn.run.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dnn.config.BaseResolver;
import dnn.config.ExperimentLoader;
import dnn.config.SourceText;
import dnn.engine.training.TrainingListener;
import dnn.run.checkpoint.CheckpointFolder;
import dnn.run.directory.RunDirectory;
import dnn.run.training.DirectoryTraining;
import dnn.run.training.ExperimentRun;
import dnn.run.training.ResumedTraining;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Calls that a training with checkpoints makes of its file system fail, each once in one training and from then on in
 * another; {@code -Dfaults.step=1} tries every one. What is left is a run that is complete, or one that goes on to the
 * weights of the training that met no fault.
 */
class EveryFaultTest {
    /** One of so many calls is tried; 1 for every single one, which takes minutes. */
    private static final int STEP = Integer.getInteger("faults.step", 9);

    private static final String EXPERIMENT = """
            name: faults
            seed: 2
            data: {source: linear, items: 40}
            architecture: {layers: [{type: dense, units: 1}]}
            training:
              loss: mean_squared_error
              epochs: 3
              batch_size: 10
              checkpoints: {every: 1 epochs}
            engine: {backend: commons-math}
            """;

    @TempDir
    private Path folder;

    private int completed;
    private int resumed;
    private int nothing;

    private void train(Path run, Faults faults) throws IOException {
        ExperimentRun prepared = ExperimentRun.prepare(
                new ExperimentLoader(BaseResolver.none())
                        .load(new SourceText("faults.yaml", EXPERIMENT), Path.of(""), List.of())
                        .experiment(),
                folder);
        try (RunDirectory directory = RunDirectory.at(FaultyFileSystem.faulty(run, faults))) {
            new DirectoryTraining(prepared, directory).train(TrainingListener.none(), () -> false, "");
        }
    }

    @Test
    void afterAnyFaultThereIsARunThatIsWholeOrGoesOn() throws IOException {
        Path whole = folder.resolve("whole");
        Faults none = Faults.none();
        train(whole, none);
        int calls = none.calls();
        assertThat(calls).isGreaterThan(150);
        for (int call = 1; call <= calls; call += STEP) {
            survives(Faults.once(call), "once-" + call, whole);
            survives(Faults.from(call), "from-" + call, whole);
        }
        System.getLogger("dnn")
                .log(
                        System.Logger.Level.INFO,
                        "of " + calls + " calls " + (completed + resumed + nothing) + " faults were tried: " + completed
                                + " runs were complete all the same, " + resumed + " went on, " + nothing
                                + " had not begun");
        assertThat(resumed).isGreaterThan(calls / STEP / 4);
        assertThat(completed).isGreaterThan(calls / STEP / 4);
    }

    private void survives(Faults faults, String name, Path whole) throws IOException {
        Path run = folder.resolve(name);
        try {
            train(run, faults);
        } catch (IOException e) {
            assertThat(faults.struck()).as("%s: %s", name, e).isTrue();
        }
        if (!Files.exists(run.resolve("experiment.yaml"))) {
            nothing++;
            return;
        }
        assertThat(new CheckpointFolder(run.resolve("checkpoints")).newest().messages())
                .as("%s: damaged checkpoints", name)
                .isEmpty();
        if (Files.exists(run.resolve("result.json"))) {
            completed++;
        } else {
            resumed++;
            try (ResumedTraining training = ResumedTraining.of(folder, run, List.of(), OptionalInt.of(1))) {
                training.goOn(TrainingListener.none(), () -> false, "");
            }
            try (var files = Files.walk(run)) {
                assertThat(files).as(name).noneMatch(file -> file.toString().endsWith(".part"));
            }
        }
        assertThat(rows(run)).as(name).isEqualTo(rows(whole));
        assertThat(weights(run)).as(name).isEqualTo(weights(whole));
    }

    private static List<String> rows(Path run) throws IOException {
        return Files.readAllLines(run.resolve("metrics.csv")).stream()
                .map(row -> row.substring(0, row.lastIndexOf(',')))
                .toList();
    }

    private static byte[] weights(Path run) throws IOException {
        return Files.readAllBytes(run.resolve("model/weights.safetensors"));
    }
}
