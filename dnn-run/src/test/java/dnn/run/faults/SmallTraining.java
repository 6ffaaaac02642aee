package dnn.run.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dnn.config.BaseResolver;
import dnn.config.ExperimentLoader;
import dnn.config.SourceText;
import dnn.engine.training.TrainingListener;
import dnn.run.checkpoint.CheckpointFolder;
import dnn.run.directory.ProvenFiles;
import dnn.run.directory.RunDirectory;
import dnn.run.training.DirectoryTraining;
import dnn.run.training.ExperimentRun;
import dnn.run.training.ResumedTraining;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/** A training with checkpoints that takes a moment, and what a fault may leave of it. */
final class SmallTraining {
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

    private final Path folder;

    /** In this folder, which paths are relative to. */
    SmallTraining(Path folder) {
        this.folder = folder;
    }

    /** The remains of a training. */
    enum Left {
        /** Nothing that could go on. */
        NOTHING,
        /** A run that went on. */
        RESUMED,
        /** A complete run. */
        COMPLETE
    }

    /** Trains into an empty directory whose file system has these faults. */
    void train(Path run, Faults faults) throws IOException {
        try (RunDirectory directory = RunDirectory.at(FaultyFileSystem.faulty(run, faults))) {
            train(directory, List.of());
        }
    }

    /** Trains in place of the run that stands there. */
    void replace(Path run, Faults faults, String... overrides) throws IOException {
        try (RunDirectory directory = RunDirectory.replacing(FaultyFileSystem.faulty(run, faults), "faults")) {
            train(directory, List.of(overrides));
        }
    }

    private void train(RunDirectory directory, List<String> overrides) throws IOException {
        ExperimentRun prepared = ExperimentRun.prepare(
                new ExperimentLoader(BaseResolver.none())
                        .load(new SourceText("faults.yaml", EXPERIMENT), Path.of(""), overrides)
                        .experiment(),
                folder);
        new DirectoryTraining(prepared, directory).train(TrainingListener.none(), () -> false, "");
    }

    /** What is left is a run that is complete, or one that goes on to what the whole run has come to. */
    Left survives(Path run, Path whole, String name) throws IOException {
        if (!Files.exists(run.resolve(RunDirectory.EXPERIMENT))) {
            return Left.NOTHING;
        }
        assertThat(new CheckpointFolder(run.resolve(RunDirectory.CHECKPOINTS))
                        .newest()
                        .messages())
                .as("%s: damaged checkpoints", name)
                .isEmpty();
        Left left = Files.exists(run.resolve(RunDirectory.RESULT)) ? Left.COMPLETE : Left.RESUMED;
        if (left == Left.RESUMED) {
            try (ResumedTraining training = ResumedTraining.of(
                    FaultyFileSystem.faulty(folder, Faults.none()), run, List.of(), OptionalInt.of(1))) {
                training.goOn(TrainingListener.none(), () -> false, "");
            }
            try (var files = Files.walk(run)) {
                assertThat(files).as(name).noneMatch(file -> file.toString().endsWith(".part"));
            }
        }
        assertThat(ProvenFiles.read(run).damages()).as(name).isEmpty();
        assertThat(rows(run)).as(name).isEqualTo(rows(whole));
        assertThat(weights(run)).as(name).isEqualTo(weights(whole));
        return left;
    }

    private static List<String> rows(Path run) throws IOException {
        return Files.readAllLines(run.resolve(RunDirectory.METRICS)).stream()
                .map(row -> row.substring(0, row.lastIndexOf(',')))
                .toList();
    }

    /** The bytes of its weights. */
    static byte[] weights(Path run) throws IOException {
        return Files.readAllBytes(run.resolve(RunDirectory.WEIGHTS));
    }
}
