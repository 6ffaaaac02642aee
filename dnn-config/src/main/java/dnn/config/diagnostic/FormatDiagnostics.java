package dnn.config.diagnostic;

import static dnn.config.diagnostic.UserText.flow;
import static dnn.config.diagnostic.UserText.quote;

import dnn.api.grammar.Names;
import dnn.api.path.KeyPaths;
import dnn.api.profile.DataProblem;
import java.util.stream.Collectors;

/** The D family, columns whose cells are numbers, dates or times, but not written in one way that is certain. */
public final class FormatDiagnostics {
    private FormatDiagnostics() {}

    /** D621. */
    public static Diagnostic uncertainFormat(DataProblem.UncertainFormat format) {
        String meanings = format.readings().stream()
                .map(DataProblem.FormatReading::meaning)
                .collect(Collectors.joining(" or "));
        String edits = format.readings().stream()
                .map(reading -> "`columns: {" + flow(format.column()) + ": {format: " + Names.of(reading.format())
                        + "}}` for " + reading.meaning())
                .collect(Collectors.joining(", or "));
        return Diagnostic.error(
                        "D621", format.path(), "the cells of " + quote(format.column()) + " can be read in two ways")
                .label(quote(format.sample()) + " in row " + format.row() + " is " + meanings)
                .note("no other cell tells which of the two is meant")
                .help("write " + edits);
    }

    /** D621 for a column whose reading was chosen in an experiment that is written for it. */
    public static Diagnostic chosenFormat(
            DataProblem.UncertainFormat format, DataProblem.FormatReading taken, DataProblem.FormatReading other) {
        return Diagnostic.warning(
                        "D621",
                        "",
                        "the cells of " + quote(format.column()) + " can be read in two ways: one was chosen")
                .label(quote(format.sample()) + " in row " + format.row() + " was taken for " + taken.meaning())
                .note("no other cell tells which of the two is meant; the experiment says `" + Names.of(taken.format())
                        + "`")
                .help("if it is " + other.meaning() + ", write `columns: {" + flow(format.column()) + ": {format: "
                        + Names.of(other.format()) + "}}` instead");
    }

    /** D622. */
    public static Diagnostic mixedFormats(DataProblem.MixedFormats format) {
        return Diagnostic.error(
                        "D622",
                        format.path(),
                        "the cells of " + quote(format.column()) + " are written in several ways")
                .label(quote(format.first()) + " in row " + format.firstRow() + ", " + quote(format.other())
                        + " in row " + format.otherRow())
                .note("a column is read in one format, which nine of ten cells must have")
                .help(
                        format.path().startsWith(KeyPaths.DATA_TARGET)
                                ? "write all its cells in one way"
                                : oneWay(format.column(), "write `exclude: [" + flow(format.column()) + "]`"));
    }

    /** The advice about a column of several formats. */
    public static String oneWay(String column, String advice) {
        return "write all its cells in one way; else " + advice + ", or, if these are categories, write `columns: {"
                + flow(column) + ": {type: categorical}}`";
    }

    /** D623. */
    public static Diagnostic foundEncoding(String path, String file, String encoding) {
        return Diagnostic.note("D623", path, quote(file) + " is not in UTF-8: it was read as " + encoding)
                .note("its bytes are letters and signs of western languages there")
                .help("if names look right, write `format: {encoding: " + encoding
                        + "}`; else name its own character set there, such as `format: {encoding: windows-1250}`");
    }
}
