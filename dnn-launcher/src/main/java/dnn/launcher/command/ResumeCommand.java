package dnn.launcher.command;

import dnn.config.CheckReport;
import dnn.config.diagnostic.RunDiagnostics;
import dnn.launcher.process.Environment;
import dnn.launcher.process.Refusal;
import dnn.run.directory.DamagedRunException;
import dnn.run.directory.OccupiedRunDirectoryException;
import dnn.run.directory.RunDirectory;
import dnn.run.training.ResumedTraining;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code dnn resume}. */
@Command(
        name = "resume",
        mixinStandardHelpOptions = true,
        description = {
            "Goes on with a training where it stopped: after a crash from its newest checkpoint, after Ctrl-C "
                    + "from the last step, after numbers that were no longer finite with a lower learning rate, "
                    + "after its end for more epochs. With nothing changed the result is the one that the training "
                    + "would have had without the stop.",
            "",
            "The run goes on in its own directory. A run that is complete stays whole until what goes on from it is "
                    + "complete, too.",
            ""
        },
        footer = {
            "",
            "Exit code 0 when trained, 2 if the run cannot go on, 3 if numbers were no longer finite, "
                    + "130 if interrupted.",
            "",
            "Examples:",
            "  dnn resume runs/moons/2026-01-31T12-00-00",
            "  dnn resume runs/moons                                     the run that started last",
            "  dnn resume runs/moons training.epochs=400                 more epochs",
            "  dnn resume runs/moons training.optimizer.learning_rate=0.001"
        })
final class ResumeCommand implements Callable<Integer> {
    private final Environment environment;

    @Parameters(
            index = "0",
            paramLabel = "RUN",
            description = "A run directory; of runs/<name>, the run that started last.")
    private Path run = Path.of("");

    @Parameters(
            index = "1..*",
            paramLabel = "path=value",
            description = "Values to go on with, by their path; what may change is listed if another one is given.")
    private List<String> overrides = List.of();

    ResumeCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        Path named = Runs.started(environment, run);
        return environment.interruption().guard(() -> resume(named));
    }

    private int resume(Path named) throws IOException {
        Path place = environment.directory().resolve(named);
        if (!Files.exists(place)) {
            throw new Refusal(RunDiagnostics.noSuchRun(named.toString(), false));
        }
        if (Files.isRegularFile(place)) {
            throw new Refusal(RunDiagnostics.fileIsNoRun(named.toString()));
        }
        try (ResumedTraining training =
                ResumedTraining.of(environment.directory(), named, overrides, OptionalInt.empty())) {
            return resume(training, place);
        } catch (NoSuchFileException e) {
            throw new Refusal(RunDiagnostics.notARun(named.toString(), "it has no " + RunDirectory.EXPERIMENT));
        } catch (OccupiedRunDirectoryException e) {
            throw new Refusal(e.finding());
        } catch (DamagedRunException e) {
            throw Runs.damaged(named, e);
        }
    }

    private int resume(ResumedTraining training, Path place) {
        CheckReport report = training.report();
        String findings = report.diagnostics().isEmpty() ? "" : environment.findings(report);
        environment.err().print(findings);
        for (String line : training.run().introduction()) {
            environment.say(line);
        }
        environment.say(training.introduction());
        return new TrainingOutcome(environment)
                .of(
                        place,
                        training.run().itemsOfSplits(),
                        progress -> training.goOn(progress, environment.interruption()::isRequested, findings));
    }
}
