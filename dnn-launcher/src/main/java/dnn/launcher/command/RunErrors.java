package dnn.launcher.command;

import dnn.config.CheckReport;
import dnn.config.LoadedExperiment;
import dnn.config.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Mistakes that concern a run directory. */
final class RunErrors {
    private RunErrors() {}

    static Diagnostic notWritable(IOException problem) {
        Diagnostic reason = ArgumentErrors.file(problem);
        return Diagnostic.error("T509", "", "the run directory cannot be written: " + reason.message())
                .note("everything a run leaves behind is written there; training without it would be lost")
                .help("name a folder you may write to with `--run-dir DIR`");
    }

    static CheckReport unusableBackend(LoadedExperiment loaded, String reason) {
        Diagnostic finding = Diagnostic.error("T510", "engine.backend", reason)
                .at(loaded.spanOf("engine.backend").or(() -> loaded.spanOf("engine")));
        return new CheckReport(List.of(finding), loaded.sources());
    }

    static Diagnostic notARun(Path directory, String reason) {
        return Diagnostic.error(ArgumentErrors.FILE, "", "`" + directory + "` is not a usable run directory: " + reason)
                .help("give the path that `dnn train` printed last");
    }

    static Diagnostic noTestSplit(Path run) {
        return Diagnostic.error(
                        ArgumentErrors.FILE, "", "the experiment of `" + run + "` keeps no items for a test split")
                .help("evaluate on a table of your own with `--data FILE`");
    }

    static Diagnostic dataChanged(Path run, String reason) {
        return Diagnostic.error(
                        ArgumentErrors.FILE,
                        "",
                        "the data that `" + run + "` was trained on cannot be read again: " + reason)
                .help("evaluate on a table of your own with `--data FILE`");
    }
}
