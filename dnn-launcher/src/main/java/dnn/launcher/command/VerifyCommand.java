package dnn.launcher.command;

import dnn.config.diagnostic.ResumeDiagnostics;
import dnn.config.diagnostic.RunDiagnostics;
import dnn.config.diagnostic.UserText;
import dnn.data.problem.DataException;
import dnn.launcher.process.Environment;
import dnn.launcher.process.ExitCode;
import dnn.launcher.process.Refusal;
import dnn.launcher.terminal.Progress;
import dnn.run.saved.SavedRun;
import dnn.run.verification.RunVerifier;
import dnn.run.verification.Verification;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dnn verify}. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Proves a run: compares its files with its manifest, trains again from its own experiment, and compares "
                    + "every figure of every epoch and the bits of the weights. Nothing is written.",
            ""
        },
        footer = {
            "",
            "Exit code 0 if all is equal, 4 if a figure or the weights differ, 2 if a file of the run or its data was "
                    + "changed.",
            "",
            "Examples:",
            "  dnn verify runs/iris/2026-01-31T12-00-00",
            "  dnn verify runs/iris --epochs 3",
            "  dnn verify runs/iris --files"
        })
final class VerifyCommand implements Callable<Integer> {
    private final Environment environment;

    @Parameters(index = "0", paramLabel = "RUN", description = "A run directory; of runs/<name>, the newest run.")
    private Path run = Path.of("");

    @Option(
            names = "--epochs",
            paramLabel = "N",
            description = "Train only the first N epochs again. Default: all of them, and the weights are compared.")
    private @Nullable Integer epochs;

    @Option(names = "--files", description = "Compare the files alone; nothing is trained.")
    private boolean filesAlone;

    VerifyCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        if (epochs != null && filesAlone) {
            throw new Refusal(RunDiagnostics.contradiction("--epochs", "--files", "dnn verify"));
        }
        if (epochs != null && epochs < 1) {
            throw Refusal.of("`--epochs " + epochs + "` trains nothing", "give 1 or more, or compare `--files` alone");
        }
        run = Runs.named(environment, run);
        try (SavedRun trained = Runs.open(environment, run)) {
            environment.answer(
                    trained.proven()
                            ? "files: all are as dnn wrote them"
                            : "files: they fit each other; no manifest tells whether dnn wrote them so");
        }
        return filesAlone ? ExitCode.DONE : trainedAgain();
    }

    private int trainedAgain() throws IOException {
        Verification verified;
        Progress progress = new Progress(environment.err(), environment.liveWidth(), System::nanoTime);
        try {
            verified = RunVerifier.verify(
                    environment.directory().resolve(run),
                    epochs == null ? OptionalInt.empty() : OptionalInt.of(epochs),
                    progress);
        } catch (DataException e) {
            throw new Refusal(ResumeDiagnostics.dataUnusable(run.toString(), String.valueOf(e.getMessage())));
        } finally {
            progress.ended();
        }
        print(verified);
        return verified.agrees() ? ExitCode.DONE : ExitCode.DISAGREES;
    }

    private void print(Verification verified) {
        String compared = UserText.count(verified.epochs(), "epoch");
        verified.difference()
                .ifPresentOrElse(
                        part -> environment.answer("epoch " + part.epoch() + ": " + UserText.escape(part.figure())
                                + " was " + UserText.escape(part.before()) + ", and is " + part.now()),
                        () -> environment.answer(compared + ": every figure is equal"));
        verified.weights()
                .ifPresentOrElse(
                        same -> environment.answer(
                                same ? "weights: every bit is equal" : "weights: they are other numbers"),
                        () -> environment.answer("weights: not compared, since " + verified.whyNoWeights()));
        if (!verified.agrees() && verified.surroundings().isEmpty()) {
            environment.answer("version, Java, processor, backend and data are the same: please report this with the "
                    + "experiment");
        }
        if (!verified.surroundings().isEmpty()) {
            environment.answer("around it differs: " + UserText.escape(String.join("; ", verified.surroundings())));
            environment.answer("the same bits are promised for the same of all of these");
        }
    }
}
