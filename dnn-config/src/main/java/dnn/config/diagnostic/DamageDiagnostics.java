package dnn.config.diagnostic;

import static dnn.config.diagnostic.UserText.escape;
import static dnn.config.diagnostic.UserText.quote;

/** Findings about runs that are not, or can no longer be shown to be, what training left. */
public final class DamageDiagnostics {
    private DamageDiagnostics() {}

    /**
     * T540.
     *
     * @param run as it was named
     * @param file of the run
     * @param expected what should stand there
     * @param found what stands there
     */
    public static Diagnostic damaged(String run, String file, String expected, String found) {
        return Diagnostic.error("T540", "", inWords(run, file, expected, found))
                .note("nothing of a run is used unless all of it is as dnn wrote it")
                .help("put back the file from a copy of the run, or train again");
    }

    /** The message of T540. */
    public static String inWords(String run, String file, String expected, String found) {
        return quote(file) + " of the run " + quote(run) + " is damaged or was changed: expected " + escape(expected)
                + ", found " + escape(found);
    }

    /** The line about a run that an earlier version wrote. */
    public static String unproven(String run) {
        return quote(run) + " has no manifest.json: a version of dnn before manifests wrote it, so that damage to its "
                + "files may go unnoticed";
    }
}
