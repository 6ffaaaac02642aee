package dnn.config.diagnostic;

import static dnn.config.diagnostic.UserText.bytes;
import static dnn.config.diagnostic.UserText.escape;
import static dnn.config.diagnostic.UserText.quote;

import dnn.api.path.KeyPaths;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.List;
import java.util.Optional;

/** Findings about a command's arguments and the place it runs in. */
public final class RunDiagnostics {
    static final String EVALUATE_ELSEWHERE = "evaluate on a table of your own with `--data FILE`";

    private RunDiagnostics() {}

    /**
     * Y013.
     *
     * @param message what is wrong
     * @param similar a name that was probably meant
     * @param command whose help lists what it takes
     */
    public static Diagnostic argument(String message, Optional<String> similar, String command) {
        Diagnostic finding = argument(message, "`" + command + " --help` lists what it takes");
        return similar.map(near -> finding.label("a similar name: " + quote(near)))
                .orElse(finding);
    }

    /** Y013 with words of its own on what to do. */
    public static Diagnostic argument(String message, String help) {
        return Diagnostic.error("Y013", "", escape(message)).help(help);
    }

    /** Y013 for options that exclude each other. */
    public static Diagnostic contradiction(String option, String other, String command) {
        return argument(quote(option) + " and " + quote(other) + " exclude each other", Optional.empty(), command);
    }

    /** The message of Y013 for an argument that nothing is known about. */
    public static String unknownArgument(String kind, String argument) {
        return "there is no " + kind + " " + quote(argument);
    }

    /** Y013 for a text that names no file on this system. */
    public static Diagnostic noPath(String text, String reason) {
        return argument(
                quote(text) + " cannot be the path of a file here: " + reason,
                "name another file; a name that is not plain ASCII needs a locale of UTF-8, such as `LC_ALL=C.UTF-8`");
    }

    /** Y014 for results that did not get through. */
    public static Diagnostic standardOutput() {
        return Diagnostic.error("Y014", "", "standard output could not be written to its end")
                .help("see whether its disk is full, or the program that reads it ended early");
    }

    /** Y014. */
    public static Diagnostic file(IOException problem) {
        return Diagnostic.error("Y014", "", described(problem));
    }

    /**
     * Y014 for a file whose edits cannot be written.
     *
     * @param edits in words
     */
    public static Diagnostic notEdited(List<String> edits, IOException problem) {
        Diagnostic finding = Diagnostic.error("Y014", "", "edits cannot be written: " + described(problem));
        for (String edit : edits) {
            finding = finding.note("not done: " + escape(edit));
        }
        return finding.help("let the file be written, or make these edits by hand");
    }

    /** The mistake in a file, in words. */
    static String described(IOException problem) {
        String file = problem instanceof FileSystemException known && known.getFile() != null ? known.getFile() : "";
        String reason;
        if (problem instanceof NoSuchFileException) {
            reason = "there is no such file or folder";
        } else if (problem instanceof AccessDeniedException) {
            reason = "this user may not read or write it";
        } else if (problem instanceof NotDirectoryException) {
            reason = "it is not a folder";
        } else if (problem instanceof FileAlreadyExistsException) {
            reason = "it exists and is not a folder";
        } else if (problem instanceof FileSystemException known && known.getReason() != null) {
            reason = known.getReason();
        } else {
            reason = String.valueOf(problem.getMessage());
        }
        return (file.isEmpty() ? "a file" : quote(file)) + " cannot be used: " + escape(reason);
    }

    /** Y014 for a folder that is no run. */
    public static Diagnostic notARun(String directory, String reason) {
        return Diagnostic.error("Y014", "", quote(directory) + " is not a usable run directory: " + escape(reason))
                .help("give the path that `dnn train` printed last");
    }

    /** Y014 for a path where a run was expected and nothing is. */
    public static Diagnostic noSuchRun(String path, boolean orFile) {
        return Diagnostic.error(
                        "Y014", "", "there is no " + (orFile ? "experiment and no run" : "run") + " " + quote(path))
                .help("give " + (orFile ? "the file of an experiment, or " : "")
                        + "the path that `dnn train` printed last, as seen from the current directory");
    }

    /** Y014 for a file where a run was expected. */
    public static Diagnostic fileIsNoRun(String file) {
        return Diagnostic.error("Y014", "", quote(file) + " is a file, and a run is a directory")
                .help("`dnn train " + escape(file)
                        + "` makes a run of an experiment; give the path that it prints last");
    }

    /** Y014 for a run without a test split. */
    public static Diagnostic noTestSplit(String run) {
        return Diagnostic.error("Y014", "", "the experiment of " + quote(run) + " keeps no items for a test split")
                .help(EVALUATE_ELSEWHERE);
    }

    /** D610 for data that was found in order, and was not when it was read again. */
    public static Diagnostic dataUnfit(String reason) {
        return Diagnostic.error("D610", "", "the data cannot be used: " + escape(reason))
                .note("it was in order when it was checked")
                .help("see that nothing writes to it, and try again");
    }

    /** T509. */
    public static Diagnostic runDirectory(IOException problem) {
        return Diagnostic.error("T509", "", "the run directory cannot be written: " + described(problem))
                .note("everything a run leaves behind is written there; training without it would be lost")
                .help("name a folder you may write to with `--run-dir DIR`");
    }

    /** T509 for a full disk. */
    public static Diagnostic diskTooSmall(String directory, long needed, long free) {
        return Diagnostic.error(
                        "T509",
                        "",
                        "the run directory " + quote(directory) + " needs about " + bytes(needed) + ", but "
                                + bytes(free) + " are free")
                .note("everything a run leaves behind is written there; training without it would be lost")
                .help("name a folder on another disk with `--run-dir DIR`");
    }

    /**
     * T525.
     *
     * @param contents names of what stands there
     * @param obstacle why it may not be replaced, in words; empty if that was not asked for
     */
    public static Diagnostic runDirectoryOccupied(String directory, List<String> contents, Optional<String> obstacle) {
        Diagnostic finding = Diagnostic.error(
                "T525",
                "",
                "the run directory " + quote(directory) + " is not empty: it holds " + UserText.list(contents, 3));
        return obstacle.isPresent()
                ? finding.note("`--overwrite` replaces a run of the same experiment only; " + obstacle.get())
                        .help("name a folder that does not exist yet, or an empty one, with `--run-dir DIR`")
                : finding.note("files that stand there would be lost, or mixed with those of the run")
                        .help("name a folder that does not exist yet, or an empty one, with `--run-dir DIR`; "
                                + "a run of this experiment is replaced with `--overwrite`");
    }

    /** T525 for one that another training writes into. */
    public static Diagnostic runDirectoryInUse(String directory) {
        return Diagnostic.error("T525", "", "another training writes into " + quote(directory) + " now")
                .note("one of the two runs would be lost")
                .help("wait for its end, or name another folder with `--run-dir DIR`");
    }

    /** T510. */
    public static Diagnostic backend(String reason) {
        return Diagnostic.error("T510", KeyPaths.ENGINE_BACKEND, escape(reason));
    }
}
