package dnn.launcher.command;

import dnn.config.CheckReport;
import dnn.config.diagnostic.DamageDiagnostics;
import dnn.config.diagnostic.Diagnostic;
import dnn.config.diagnostic.ResumeDiagnostics;
import dnn.config.diagnostic.RunDiagnostics;
import dnn.config.diagnostic.UserText;
import dnn.data.problem.DataException;
import dnn.launcher.process.Environment;
import dnn.launcher.process.Refusal;
import dnn.run.directory.DamagedRunException;
import dnn.run.directory.LatestRun;
import dnn.run.directory.RunDirectory;
import dnn.run.saved.MisfitWeightsException;
import dnn.run.saved.SavedRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Reading run directories named in arguments. */
final class Runs {
    private Runs() {}

    /** The run that was named: a run directory, or the newest in {@code runs/<name>}, which is then said. */
    static Path named(Environment environment, Path run) throws IOException {
        Path place = environment.directory().resolve(run);
        if (Files.exists(place.resolve(RunDirectory.EXPERIMENT))) {
            return run;
        }
        Optional<Path> newest = LatestRun.in(place);
        if (newest.isEmpty()) {
            return run;
        }
        Path found = run.resolve(newest.get().getFileName());
        environment.say(UserText.escape("the newest run in " + run + ": " + found));
        return found;
    }

    /** The run that was named to go on: a run directory, or the one in {@code runs/<name>} that started last. */
    static Path started(Environment environment, Path run) throws IOException {
        Path place = environment.directory().resolve(run);
        if (Files.exists(place.resolve(RunDirectory.EXPERIMENT))) {
            return run;
        }
        Optional<Path> newest = LatestRun.startedIn(place);
        if (newest.isEmpty()) {
            return run;
        }
        Path found = run.resolve(newest.get().getFileName());
        environment.say(UserText.escape("the run in " + run + " that started last: " + found));
        return found;
    }

    static SavedRun open(Environment environment, Path run) {
        Path place = environment.directory().resolve(run);
        if (!Files.exists(place)) {
            throw new Refusal(RunDiagnostics.noSuchRun(run.toString(), false));
        }
        if (Files.isRegularFile(place)) {
            throw new Refusal(RunDiagnostics.fileIsNoRun(run.toString()));
        }
        try {
            SavedRun opened = SavedRun.open(place);
            if (!opened.proven()) {
                environment.say("warning: " + DamageDiagnostics.unproven(run.toString()));
            }
            return opened;
        } catch (MisfitWeightsException e) {
            throw new Refusal(e.report());
        } catch (DamagedRunException e) {
            throw damaged(run, e);
        } catch (IOException e) {
            Diagnostic noRun = RunDiagnostics.notARun(run.toString(), String.valueOf(e.getMessage()));
            throw new Refusal(
                    Files.isDirectory(place.resolve(RunDirectory.CHECKPOINTS))
                            ? noRun.help("its training was cut off: `dnn resume " + UserText.escape(run.toString())
                                    + "` goes on with it")
                            : noRun);
        }
    }

    /** A finding for each file, with the run as it was named. */
    static Refusal damaged(Path run, DamagedRunException damaged) {
        return new Refusal(new CheckReport(
                damaged.damages().stream()
                        .map(damage -> DamageDiagnostics.damaged(
                                run.toString(), damage.file(), damage.expected(), damage.found()))
                        .toList(),
                Map.of()));
    }

    static SavedRun.Evaluated testSplit(SavedRun trained, Path run) {
        try {
            SavedRun.Evaluated evaluated = trained.evaluateTestSplit();
            if (evaluated.items() == 0) {
                throw new Refusal(RunDiagnostics.noTestSplit(run.toString()));
            }
            return evaluated;
        } catch (DataException e) {
            throw new Refusal(ResumeDiagnostics.dataUnusable(run.toString(), String.valueOf(e.getMessage())));
        }
    }
}
