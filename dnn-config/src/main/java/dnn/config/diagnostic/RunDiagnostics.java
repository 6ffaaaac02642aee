package dnn.config.diagnostic;

import static dnn.config.diagnostic.UserText.escape;
import static dnn.config.diagnostic.UserText.quote;

import java.util.Optional;

/** What is wrong with a command's arguments and the place it runs in. */
public final class RunDiagnostics {
    private RunDiagnostics() {}

    /** Y013. */
    public static Diagnostic argument(String message, Optional<String> help) {
        Diagnostic finding = Diagnostic.error("Y013", "", escape(message));
        return help.map(finding::help).orElse(finding);
    }

    /** T509. */
    public static Diagnostic runDirectory(String directory, String reason) {
        return Diagnostic.error(
                        "T509", "", "the run directory " + quote(directory) + " cannot be written: " + escape(reason))
                .help("choose another with `--run-dir`");
    }

    /** T509 for a full disk. */
    public static Diagnostic diskTooSmall(String directory, long needed, long free) {
        return Diagnostic.error(
                        "T509",
                        "",
                        "the run directory " + quote(directory) + " needs " + needed + " bytes, but " + free
                                + " are free")
                .help("choose another with `--run-dir`");
    }

    /** T510. */
    public static Diagnostic backend(String backend, String reason, Optional<String> remedy) {
        Diagnostic finding = Diagnostic.error(
                "T510", "engine.backend", "the backend " + quote(backend) + " cannot be used here: " + escape(reason));
        return finding.help(
                remedy.map(UserText::escape).orElse("write `backend: auto`, which takes the fastest that is usable"));
    }
}
