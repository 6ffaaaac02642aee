package dnn.launcher.command;

import dnn.config.CheckReport;
import dnn.config.diagnostic.RunDiagnostics;
import dnn.launcher.process.Environment;
import dnn.launcher.process.Refusal;
import dnn.run.check.CheckedExperiment;
import dnn.run.directory.FreeSpace;
import dnn.run.directory.OccupiedRunDirectoryException;
import dnn.run.directory.RunDirectory;
import dnn.run.training.DirectoryTraining;
import dnn.run.training.ExperimentRun;
import dnn.run.training.ReadyTraining;
import dnn.run.training.ThreadBudget;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dnn train}. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = {
            "Checks an experiment, trains its network, evaluates it on the test split and writes a run directory, "
                    + "whose path is the last line of standard output.",
            "",
            "Ctrl-C ends training after the current step and saves what was learnt; `dnn resume` goes on from "
                    + "there, and from a checkpoint after a crash.",
            ""
        },
        footer = {
            "",
            "Exit code 0 when trained, 2 if the experiment has errors, 3 if numbers were no longer finite, 130 "
                    + "if interrupted.",
            "",
            "Examples:",
            "  dnn train configs/moons.yaml",
            "  dnn train configs/moons.yaml training.epochs=50 training.optimizer.learning_rate=0.003",
            "  dnn train configs/iris.yaml --run-dir results/iris"
        })
final class TrainCommand implements Callable<Integer> {
    private final Environment environment;

    @Parameters(index = "0", paramLabel = "FILE", description = "The experiment.")
    private String file = "";

    @Parameters(
            index = "1..*",
            paramLabel = "path=value",
            description = "Values to use instead of the file's, by their path; read as YAML.")
    private List<String> overrides = List.of();

    @Option(
            names = "--run-dir",
            paramLabel = "DIR",
            description = "The run directory itself. Default: runs/<name>/<start time> under the current directory.")
    private @Nullable Path runDirectory;

    @Option(
            names = "--overwrite",
            description = "Replace the run of this experiment that stands in DIR, once the new one is complete.")
    private boolean overwrite;

    TrainCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        if (overwrite && runDirectory == null) {
            throw Refusal.of(
                    "`--overwrite` goes with `--run-dir`",
                    "name the run to replace: `--run-dir DIR`; without it every run gets a folder of its own");
        }
        CheckedExperiment checked = CheckedExperiment.of(environment.directory(), Path.of(file), overrides);
        return environment.interruption().guard(() -> train(checked));
    }

    private int train(CheckedExperiment checked) throws IOException {
        ReadyTraining ready =
                ReadyTraining.of(checked, ThreadBudget.of(checked.experiment().engine()));
        ExperimentRun run = ready.run();
        CheckReport report = ready.report();
        String findings = report.diagnostics().isEmpty() ? "" : environment.findings(report);
        environment.err().print(findings);
        try (RunDirectory directory = openRunDirectory(checked.experiment().name(), run.expectedBytes())) {
            return train(run, directory, findings);
        } catch (OccupiedRunDirectoryException e) {
            throw new Refusal(e.finding());
        } finally {
            run.choice().backend().close();
        }
    }

    private int train(ExperimentRun run, RunDirectory directory, String findings) throws IOException {
        for (String line : run.introduction()) {
            environment.say(line);
        }
        return new TrainingOutcome(environment)
                .of(
                        directory.path(),
                        run.itemsOfSplits(),
                        progress -> new DirectoryTraining(run, directory)
                                .train(progress, environment.interruption()::isRequested, findings));
    }

    private RunDirectory openRunDirectory(String name, long needed) throws IOException {
        try {
            Path place = environment.directory().resolve(runDirectory == null ? Path.of("runs") : runDirectory);
            long free = FreeSpace.bytes(place);
            if (needed > free) {
                throw new Refusal(RunDiagnostics.diskTooSmall(place.toString(), needed, free));
            }
            if (runDirectory == null) {
                return RunDirectory.create(place, name, LocalDateTime.now(environment.clock()));
            }
            return overwrite ? RunDirectory.replacing(place, name) : RunDirectory.at(place);
        } catch (OccupiedRunDirectoryException e) {
            throw e;
        } catch (IOException e) {
            throw new Refusal(RunDiagnostics.runDirectory(e));
        }
    }
}
