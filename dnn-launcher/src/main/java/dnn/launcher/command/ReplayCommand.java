package dnn.launcher.command;

import dnn.config.diagnostic.RunDiagnostics;
import dnn.config.diagnostic.UserText;
import dnn.engine.backend.UnusableBackendException;
import dnn.launcher.process.Environment;
import dnn.launcher.process.ExitCode;
import dnn.launcher.process.Refusal;
import dnn.launcher.terminal.ReplayTable;
import dnn.run.directory.DamagedRunException;
import dnn.run.divergence.Replay;
import dnn.run.divergence.ReplayJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dnn replay}. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Does the step of a run again in which numbers stopped being finite, and shows it layer by layer, with the "
                    + "likely cause and what mends it. Nothing is written, and the data is not needed.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  dnn replay runs/moons",
            "  dnn replay runs/moons/2026-01-31T12-00-00 --format json"
        })
final class ReplayCommand implements Callable<Integer> {
    private final Environment environment;

    @Parameters(index = "0", paramLabel = "RUN", description = "A run directory; of runs/<name>, the newest run.")
    private Path run = Path.of("");

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private ObjectFormat format = ObjectFormat.text;

    ReplayCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        run = Runs.named(environment, run);
        Path place = environment.directory().resolve(run);
        if (!Files.exists(place)) {
            throw new Refusal(RunDiagnostics.noSuchRun(run.toString(), false));
        }
        Replay replay = replay(place);
        environment
                .out()
                .print(
                        format == ObjectFormat.json
                                ? ReplayJson.text(replay) + "\n"
                                : ReplayTable.render(replay, UserText.escape(run.toString()), environment.outWidth()));
        return ExitCode.DONE;
    }

    private Replay replay(Path place) {
        try {
            return Replay.of(place);
        } catch (DamagedRunException e) {
            throw Runs.damaged(run, e);
        } catch (Replay.NothingToReplayException e) {
            throw Refusal.of(
                    "there is no step of `" + UserText.escape(run.toString()) + "` to do again: " + e.getMessage(),
                    "name a run that ended with exit code 3");
        } catch (UnusableBackendException e) {
            throw Refusal.of(String.valueOf(e.getMessage()), "replay it where its backend can be used");
        } catch (IOException e) {
            throw new Refusal(RunDiagnostics.notARun(run.toString(), String.valueOf(e.getMessage())));
        }
    }
}
