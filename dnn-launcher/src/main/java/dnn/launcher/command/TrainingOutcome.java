package dnn.launcher.command;

import dnn.config.diagnostic.ResumeDiagnostics;
import dnn.config.diagnostic.RunDiagnostics;
import dnn.config.diagnostic.UserText;
import dnn.engine.training.Status;
import dnn.engine.training.TrainingListener;
import dnn.launcher.process.Environment;
import dnn.launcher.process.ExitCode;
import dnn.launcher.process.Refusal;
import dnn.launcher.terminal.FiguresTable;
import dnn.launcher.terminal.Progress;
import dnn.launcher.terminal.ReplayTable;
import dnn.run.directory.RunDirectory;
import dnn.run.divergence.StepFile;
import dnn.run.text.ReadableNumbers;
import dnn.run.training.DirectoryTraining.Outcome;
import dnn.run.training.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Shows a training on its way and what came of it. */
final class TrainingOutcome {
    private final Environment environment;

    TrainingOutcome(Environment environment) {
        this.environment = environment;
    }

    /** A training that is written into a run directory. */
    @FunctionalInterface
    interface Training {
        Outcome train(TrainingListener progress) throws IOException;
    }

    /** Trains, and says what came of it; the last line is the path of the run. The exit code. */
    int of(Path run, Map<String, Integer> items, Training training) {
        Progress progress = new Progress(environment.err(), environment.liveWidth(), System::nanoTime);
        Outcome outcome;
        try {
            outcome = training.train(progress);
        } catch (IOException e) {
            boolean canGoOn = Files.isDirectory(run.resolve(RunDirectory.CHECKPOINTS));
            throw new Refusal(canGoOn ? ResumeDiagnostics.unwritten(e, shown(run)) : RunDiagnostics.runDirectory(e));
        } finally {
            progress.ended();
        }
        String shown = shown(run);
        report(outcome, items, shown);
        environment.out().println(UserText.escape(shown));
        environment.out().flush();
        return switch (outcome.status()) {
            case COMPLETED, STOPPED_EARLY -> ExitCode.DONE;
            case DIVERGED -> ExitCode.DIVERGED;
            case INTERRUPTED -> ExitCode.INTERRUPTED;
        };
    }

    private void report(Outcome outcome, Map<String, Integer> items, String shown) {
        RunResult result = outcome.result();
        if (outcome.status() == Status.DIVERGED) {
            environment.say("training stopped: " + result.reason());
            outcome.diverged().ifPresent(step -> explain(step, UserText.escape(shown)));
        } else if (!result.reason().isEmpty()) {
            environment.say(result.reason());
        }
        if (outcome.status() == Status.INTERRUPTED) {
            environment.say("`dnn resume " + UserText.escape(shown) + "` goes on from there");
        }
        say("trained " + ReadableNumbers.counted(result.epochs(), "epoch") + " in "
                + ReadableNumbers.seconds(result.seconds()) + ", weights of epoch " + result.epochOfWeights());
        environment.out().print(FiguresTable.render(result.metrics(), items, result.test(), environment.outWidth()));
        result.crossValidation().ifPresent(folds -> say(FiguresTable.ofFolds(folds)));
        result.verdict().forEach(this::say);
    }

    private void explain(StepFile step, String run) {
        environment.say("likely cause: " + UserText.escape(step.cause()));
        ReplayTable.remedies(step, run).forEach(environment::say);
        environment.say("`dnn replay " + run + "` shows the step layer by layer");
    }

    private void say(String sentence) {
        environment.answer(sentence);
    }

    /** A path below the current directory is shown from there, so that it can be typed. */
    private String shown(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        return absolute.startsWith(environment.directory())
                ? environment.directory().relativize(absolute).toString()
                : absolute.toString();
    }
}
