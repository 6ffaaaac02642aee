package dnn.config.diagnostic;

import static dnn.config.diagnostic.UserText.count;
import static dnn.config.diagnostic.UserText.escape;
import static dnn.config.diagnostic.UserText.list;
import static dnn.config.diagnostic.UserText.quote;

import dnn.api.path.KeyPaths;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Findings about runs that are to go on, and about their checkpoints. */
public final class ResumeDiagnostics {
    private static final String ANEW = "train anew instead: `dnn train` with the changed experiment";

    private ResumeDiagnostics() {}

    /**
     * T530 for a value that a run keeps.
     *
     * @param allowed what may be changed
     */
    public static Diagnostic keptValue(
            String path, Optional<String> before, Optional<String> after, List<String> allowed) {
        return Diagnostic.error(
                        "T530",
                        path,
                        quote(path) + " was " + written(before) + " when the run began and is " + written(after)
                                + " now: a run that goes on keeps it")
                .label("changed")
                .note("what may change: " + list(allowed, allowed.size()))
                .help("take the change back, or " + ANEW);
    }

    private static String written(Optional<String> value) {
        return value.map(UserText::quote).orElse("absent");
    }

    /** T530 for a run that did what it was to do. */
    public static Diagnostic nothingLeft(String run, int epochs) {
        return Diagnostic.error(
                        "T530",
                        KeyPaths.TRAINING_EPOCHS,
                        "the run is complete: " + count(epochs, "epoch") + " are done")
                .help("say how many there are to be: `dnn resume " + escape(run) + " training.epochs=" + 2 * epochs
                        + "`");
    }

    /** T530 for a run that early stopping has ended. */
    public static Diagnostic stoppedEarly(String run, int epochs, int patience) {
        return Diagnostic.error(
                        "T530",
                        KeyPaths.TRAINING_EARLY_STOPPING_PATIENCE,
                        "the run is complete: early stopping ended it after " + count(epochs, "epoch"))
                .help("give it more patience: `dnn resume " + escape(run) + " training.early_stopping.patience="
                        + 2 * patience + "`");
    }

    /** T530 for a run that would diverge again. */
    public static Diagnostic divergesAgain(String run, double rate) {
        return Diagnostic.error(
                        "T530",
                        KeyPaths.TRAINING_OPTIMIZER_LEARNING_RATE,
                        "numbers of the run were no longer finite, and would be so again at the same step")
                .help("give it a lower rate: `dnn resume " + escape(run) + " training.optimizer.learning_rate="
                        + tenth(rate) + "`");
    }

    /** A tenth of a number as it is written by hand. */
    private static String tenth(double number) {
        return UserText.number(
                new BigDecimal(Double.toString(number)).movePointLeft(1).doubleValue());
    }

    /** T530 for fewer epochs than there are already. */
    public static Diagnostic epochsBehind(int epochs, int begun) {
        return Diagnostic.error(
                        "T530",
                        KeyPaths.TRAINING_EPOCHS,
                        "training is to end after epoch " + epochs + ", and epoch " + begun + " has begun")
                .help("write " + begun + " or more");
    }

    /** T509 for a run that could not be written to its end, and goes on once it can. */
    public static Diagnostic unwritten(IOException problem, String run) {
        return Diagnostic.error("T509", "", "the run directory cannot be written: " + RunDiagnostics.described(problem))
                .note("its last checkpoint is kept")
                .help("see that there is space and that the folder may be written to, then go on: `dnn resume "
                        + escape(run) + "`");
    }

    /** T530 for other arithmetic. */
    public static Diagnostic otherBackend(String before, String after) {
        return Diagnostic.error(
                        "T530",
                        KeyPaths.ENGINE_BACKEND,
                        "the run computed with " + quote(before) + ", and " + quote(after) + " would go on here")
                .note("what is learnt would not be what the run would have learnt")
                .help("go on where the run began, with the same Java and its modules, or " + ANEW);
    }

    /** T531 for a file that is not what it was. */
    public static Diagnostic changedFile(String file, String before, String after) {
        return Diagnostic.error("T531", KeyPaths.DATA_SOURCE, "the data changed since the run began: " + quote(file))
                .label("read from here")
                .note("it had " + before + ", and has " + after)
                .help("put the file back as it was, or " + ANEW);
    }

    /** T531 for items that are not what they were, though no file tells why. */
    public static Diagnostic changedItems(String split, String before, String after) {
        return Diagnostic.error(
                        "T531",
                        KeyPaths.DATA_SOURCE,
                        "the data changed since the run began: items of the split " + split)
                .label("read from here")
                .note("they were " + before + ", and are " + after)
                .help("use the version of dnn that the run began with, which its `log.txt` names, or " + ANEW);
    }

    /** T531 for a run whose own data is to be used again, and is not what it was. */
    public static Diagnostic dataUnusable(String run, String reason) {
        return Diagnostic.error(
                        "T531",
                        "",
                        "the data that " + quote(run) + " was trained on cannot be used again: " + escape(reason))
                .note("judged on other items, a network may be judged on those it was trained on")
                .help(RunDiagnostics.EVALUATE_ELSEWHERE);
    }

    /** T532 for a checkpoint that was put aside. */
    public static Diagnostic damagedCheckpoint(String message) {
        return Diagnostic.warning("T532", "", escape(message))
                .help("training goes on from the checkpoint before it, or from the beginning");
    }

    /** T532 for one that could not be saved. */
    public static Diagnostic unsavedCheckpoint(Throwable problem) {
        String reason =
                problem instanceof IOException file ? RunDiagnostics.described(file) : escape(problem.toString());
        return Diagnostic.warning(
                "T532", "", "a checkpoint could not be saved, and training goes on without it: " + reason);
    }
}
