package dnn.config.diagnostic;

import static dnn.config.diagnostic.DataDiagnostics.different;
import static dnn.config.diagnostic.UserText.count;
import static dnn.config.diagnostic.UserText.flow;
import static dnn.config.diagnostic.UserText.number;
import static dnn.config.diagnostic.UserText.quote;

import dnn.api.profile.ColumnProfile;

/** The D family, ways in which the test learns of the answer: figures that look better than the network is. */
public final class LeakDiagnostics {
    private LeakDiagnostics() {}

    /** D618. */
    public static Diagnostic repeatedIdentifier(String path, ColumnProfile column, long items) {
        return Diagnostic.warning(
                        "D618",
                        path,
                        "rows of one " + quote(column.name()) + " are on both sides of the split: "
                                + different(column, items) + " values in " + count(items, "row"))
                .note("a network that knows a person, device or order from training looks better than it is "
                        + "for new ones")
                .help("keep rows together with `group: " + flow(column.name()) + "` in `split`");
    }

    /** D619. */
    public static Diagnostic timeSplitByChance(String path, String column) {
        return Diagnostic.note(
                        "D619",
                        path,
                        "rows are dated by " + quote(column)
                                + ", but split by chance: the network is tested on times that it learnt from")
                .note("where it is to be used on what comes later, only a split in the order of time shows how "
                        + "good it will be")
                .help("write `time: " + flow(column)
                        + "` in `split`; if the order of rows does not matter, write `checks: {D619:" + " ignore}`");
    }

    /** D620; {@code advice} says what to write. */
    public static Diagnostic nearlyTheTarget(
            String path, String column, String target, double correlation, String advice) {
        return Diagnostic.warning(
                        "D620",
                        path,
                        "the feature " + quote(column) + " is nearly the target " + quote(target)
                                + ": their correlation is " + number(Math.rint(correlation * 10_000) / 10_000))
                .note("a column that was made from the target gives the answer away, and is not there for new items")
                .help(advice + "; if it will be known for new items, write `checks: {D620: ignore}`");
    }
}
