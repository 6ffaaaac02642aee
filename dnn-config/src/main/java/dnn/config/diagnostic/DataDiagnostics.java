package dnn.config.diagnostic;

import static dnn.config.diagnostic.UserText.count;
import static dnn.config.diagnostic.UserText.escape;
import static dnn.config.diagnostic.UserText.list;
import static dnn.config.diagnostic.UserText.number;
import static dnn.config.diagnostic.UserText.quote;

import dnn.api.path.KeyPaths;
import dnn.api.profile.ColumnProfile;
import dnn.api.profile.ColumnType;
import dnn.api.profile.DataProblem;
import dnn.api.profile.OddText;
import dnn.api.profile.ValueCount;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The D family: what is wrong with the data. */
public final class DataDiagnostics {
    private static final int FEW = 20;

    private DataDiagnostics() {}

    /** D601 for the table. */
    public static Diagnostic fileMissing(String path, String file, List<String> similar) {
        return fileMissing(
                path,
                file,
                similar,
                "paths in a file are relative to that file, paths in an override to the current directory");
    }

    /** D601 for a table that an argument names. */
    public static Diagnostic tableMissing(String file, List<String> similar) {
        return fileMissing("", file, similar, "give the path of a table, as seen from the current directory");
    }

    private static Diagnostic fileMissing(String path, String file, List<String> similar, String help) {
        Diagnostic finding = Diagnostic.error("D601", path, "there is no file " + quote(file))
                .label("looked for " + escape(file));
        if (OtherTables.isAddress(file)) {
            return finding.help("an address is no file: download the table, and name the file");
        }
        return similar.isEmpty()
                ? finding.help(help)
                : finding.help("files with similar names there: " + list(similar, 3));
    }

    /** D601 for an experiment or the file it extends. */
    public static Diagnostic experimentMissing(String file, List<String> neighbours) {
        String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        return fileMissing("", file, Similar.to(name, neighbours).map(List::of).orElse(List.of()));
    }

    /** D602 for the cells of a column alone. */
    public static Diagnostic badCells(DataProblem.BadCells cells) {
        boolean target = cells.path().startsWith(KeyPaths.DATA_TARGET);
        return badCells(
                cells,
                cells.texts().stream().map(OddText::text).toList(),
                target ? "missing_target: drop" : fill(cells.column(), "median"));
    }

    /** Tells whether the texts of cells may be called words for nothing one by one. */
    public static boolean mayCountAsMissing(DataProblem.BadCells cells) {
        return OddCells.mayBeMissing(cells.column(), cells.texts());
    }

    /** The advice where hardly a cell of the column to predict is a number. */
    public static String texts(String column) {
        return "predict classes: write `loss: categorical_cross_entropy`, or `loss: binary_cross_entropy` for two, "
                + "with a softmax or sigmoid output; or name a target of numbers instead of " + quote(column);
    }

    /** The entry that fills missing cells of a column. */
    public static String fill(String column, String imputation) {
        return "preprocessing: {columns: {" + UserText.flow(column) + ": {impute: " + imputation + "}}}";
    }

    /**
     * D602.
     *
     * @param missing every text that is to count as missing, with those of other columns
     * @param filled what fills such cells, or leaves their rows out; empty where that is said already
     */
    public static Diagnostic badCells(DataProblem.BadCells cells, Collection<String> missing, String filled) {
        BadCell kind = BadCell.valueOf(cells.kind().name());
        String column = cells.column();
        Diagnostic finding = Diagnostic.error(
                        "D602",
                        cells.path(),
                        "the column " + quote(column) + " has " + count(cells.count(), kind.adjective + " cell"))
                .label("the first in row " + cells.firstRow()
                        + cells.file().map(name -> " of " + quote(name)).orElse("")
                        + (cells.sample().isEmpty() ? "" : ": " + quote(cells.sample())));
        boolean target = cells.path().startsWith(KeyPaths.DATA_TARGET);
        if (!cells.texts().isEmpty()) {
            OddCells odd = new OddCells(column, cells.texts());
            for (String note : odd.notes()) {
                finding = finding.note(note);
            }
            return finding.help(odd.help(target, missing, filled));
        }
        if (kind.remedy.isPresent()) {
            return finding.help(kind.remedy.get());
        }
        if (kind != BadCell.MISSING) {
            return finding.help(
                    target ? "correct the cells" : "correct the cells, or leave the column out with `exclude`");
        }
        Diagnostic absent = finding.note(
                "empty cells, NA, NaN, null and ? count as missing, among numbers also -, None and unknown");
        return target
                ? absent.help("leave these rows out with `missing_target: drop`, or fill the cells in")
                : absent.help("fill them, for example `" + fill(column, "most_frequent")
                        + "`, or leave the column out with `exclude`");
    }

    /** The words for a mistake in a cell. */
    public enum BadCell {
        /** It is empty. */
        MISSING("missing"),
        /** It is infinite. */
        INFINITE("infinite"),
        /** It is no number. */
        NOT_NUMERIC("non-numeric"),
        /** It is none of the values of the given order. */
        NOT_IN_ORDER("unordered", "name every value of the column in `order`, or correct the cells"),
        /** It is no word for true or false. */
        NOT_BOOLEAN("non-boolean", "correct the cells, or give the column another `type`"),
        /** It is no date. */
        NOT_A_TIME("non-date", "write all of them in one way, such as 2024-01-31 or 2024-01-31T12:00:00"),
        /** It is no name of a split. */
        NOT_A_SPLIT("misnamed", "write train, validation or test in every cell"),
        /** It is a weight below zero. */
        NEGATIVE("negative", "an item cannot count less than nothing: correct the cells"),
        /** It is an unknown category. */
        UNSEEN(
                "unknown",
                "allow categories that training has not seen with `unseen: zeros` or `unseen: most_frequent`");

        private final String adjective;
        private final Optional<String> remedy;

        BadCell(String adjective) {
            this.adjective = adjective;
            this.remedy = Optional.empty();
        }

        BadCell(String adjective, String remedy) {
            this.adjective = adjective;
            this.remedy = Optional.of(remedy);
        }
    }

    /** D603; {@code advice} says what to write. */
    public static Diagnostic constantColumns(String path, List<String> columns, String advice) {
        return Diagnostic.warning(
                        "D603",
                        path,
                        "every cell of the " + (columns.size() == 1 ? "feature " : "features ") + list(columns, FEW)
                                + " is the same" + (columns.size() == 1 ? "" : " in its column"))
                .note("a constant column tells the network nothing; standardized it becomes 0")
                .help(advice);
    }

    /** D604. */
    public static Diagnostic differentScales(String path, String wide, String narrow, double ratio) {
        return Diagnostic.warning(
                        "D604",
                        path,
                        "the feature " + quote(wide) + " varies " + number(Math.rint(ratio)) + " times as much as "
                                + quote(narrow) + ", and numeric columns are not scaled")
                .note("one learning rate cannot suit weights of such different sizes")
                .help("write `preprocessing: {numeric: {scale: standardize}}`");
    }

    /** D605. */
    public static Diagnostic targetIsFeature(String path, String column) {
        return Diagnostic.error("D605", path, "the target " + quote(column) + " is among the features")
                .note("the network would be given the answer")
                .help("remove " + quote(column) + " from `features`");
    }

    /** D606 for single items. */
    public static Diagnostic repeatedItems(String path, int repeated, double share, int natural) {
        return Diagnostic.warning(
                        "D606",
                        path,
                        count(repeated, "item") + " of the validation and test split also stand in the training split")
                .label(number(Math.rint(share * 1000) / 10) + " % of all items")
                .note("of rows like these "
                        + (natural == 0 ? "hardly any" : "about " + natural)
                        + " would be equal if none had been copied")
                .note("figures measured on items that training has seen say nothing about new ones")
                .help("remove repeated rows; if they are different items that happen to be equal, write"
                        + " `checks: {D606: ignore}`");
    }

    /**
     * A finding about a table that a trained network is to be applied to: it stands there, and the experiment is no
     * longer to be changed.
     */
    public static Diagnostic inTable(Diagnostic finding, String table) {
        Diagnostic there = finding.outside(table);
        return switch (finding.code()) {
            case "D602" ->
                there.help("correct these cells, or write them as those of the table that the network was trained on");
            case "D609" -> there.note("the table that the network was trained on has it");
            default -> there;
        };
    }

    /** The line about categories that training has not seen: no mistake, but worth a word. */
    public static String unseenCategories(String column, List<ValueCount> categories) {
        return "column " + quote(column) + ": training has not seen " + UserText.counts(categories, FEW)
                + "; encoded as none of the known categories";
    }

    /** The line about texts that were taken for missing cells: no mistake, but worth a word. */
    public static String filledCells(String column, long cells, long firstRow, String filler) {
        return "column " + quote(column) + ": " + count(cells, "missing cell") + ", the first in row " + firstRow
                + ", taken for " + quote(filler);
    }

    /** Rows that were left out. */
    public static String droppedRows(long rows) {
        return "left out: " + count(rows, "row") + " whose target is missing";
    }

    /** Rows that the network was trained on. */
    public static String evaluatedOnTraining(int known, int rows, String run) {
        return "known: " + known + " of " + count(rows, "row") + (known == 1 ? " equals" : " equal")
                + " a row that the network was trained on, in every feature and the target: figures of them say "
                + "little about new rows; "
                + "those of the test split are shown by `dnn evaluate " + escape(run) + "`";
    }

    /** D608. */
    public static Diagnostic identifier(String path, ColumnProfile column, long items, String advice) {
        boolean numbers = column.type() == ColumnType.NUMERIC;
        String values = different(column, items) + (numbers ? " whole numbers" : " texts");
        return Diagnostic.warning(
                        "D608",
                        path,
                        "the feature " + quote(column.name()) + " has " + values + " in " + count(items, "row"))
                .note("it looks like an identifier, which tells nothing about new items")
                .help(advice + "; if it measures something, write `checks: {D608: ignore}`");
    }

    /** The number of a column's different values, in words. */
    static String different(ColumnProfile column, long items) {
        return (column.distinctIsEstimated(items) ? "about " : "") + column.distinct() + " different";
    }

    /** D609. */
    public static Diagnostic columnMissing(String path, String column, List<String> available) {
        Diagnostic finding = Diagnostic.error("D609", path, "the table has no column " + quote(column))
                .help("its columns: " + list(available, FEW));
        boolean data = available.stream().anyMatch(name -> name.matches("-?\\d{1,9}(?:[.,]\\d{1,9})?"));
        if (data) {
            finding = finding.note("the first row looks like data, not like names of columns: with `format: {header:"
                    + " false}` the columns are called c1, c2, …");
        }
        Optional<String> similar = Similar.to(column, available);
        return similar.isPresent() ? finding.label("a column with a similar name: " + quote(similar.get())) : finding;
    }

    /** D610. */
    public static Diagnostic notATable(String path, String file, long row, String reason) {
        Diagnostic finding = Diagnostic.error(
                "D610",
                path,
                quote(file) + " is not a table" + (row > 0 ? ", row " + row : "") + ": " + escape(reason));
        return OtherTables.advice(file).map(finding::help).orElse(finding);
    }

    /** D611. */
    public static Diagnostic emptySplit(String path, String split, long items) {
        return Diagnostic.error(
                        "D611",
                        path,
                        "the split leaves no item for " + quote(split) + ": the data has " + count(items, "item"))
                .help("give " + quote(split) + " a larger share, or use more data");
    }
}
