package dnn.data.fitting;

import dnn.api.Data;
import dnn.api.data.Scale;
import dnn.api.data.Table;
import dnn.api.loss.TargetKind;
import dnn.api.path.KeyPaths;
import dnn.api.path.ValuePath;
import dnn.api.profile.CellTally;
import dnn.api.profile.ColumnProfile;
import dnn.api.profile.ColumnType;
import dnn.api.profile.DataProblem;
import dnn.api.profile.TargetProfile;
import dnn.api.profile.ValueCount;
import dnn.data.column.ColumnProfiles;
import dnn.data.column.Formats;
import dnn.data.column.Labels;
import dnn.data.encoding.FittedTarget;
import dnn.data.problem.CellProblems;
import dnn.data.selection.Selection;
import dnn.data.split.SplitRows;
import dnn.data.table.CellCount;
import dnn.data.table.Cells;
import dnn.data.table.CodedColumn;
import dnn.data.table.Column;
import dnn.data.table.DataTable;
import dnn.data.table.RowPlace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The columns to predict: what is wrong with them, their profiles, and how they become Y. */
public final class Targets {
    private final Data data;
    private final TargetKind kind;
    private final DataTable table;
    private final List<Column> columns;
    private final Formats formats;

    /** The targets of a declaration, found in its table; possibly none. */
    public Targets(Data data, TargetKind kind, DataTable table, List<Column> columns, Formats formats) {
        this.formats = formats;
        this.data = data;
        this.kind = kind;
        this.table = table;
        this.columns = columns;
    }

    public boolean arePresent() {
        return !columns.isEmpty();
    }

    public List<Column> columns() {
        return columns;
    }

    /** Tells whether items may have several of the labels together. */
    private boolean areLabels() {
        return kind == TargetKind.CLASSES && Selection.severalTargets(data.source());
    }

    /** Tells whether an item has exactly one of the classes of a single column. */
    private boolean isOneOfClasses() {
        return kind == TargetKind.CLASSES && columns.size() == 1 && !areLabels();
    }

    private String path(int index) {
        return Selection.severalTargets(data.source())
                ? ValuePath.element(KeyPaths.DATA_TARGETS, index)
                : KeyPaths.DATA_TARGET;
    }

    /** The problems that keep the columns from being predicted. */
    public List<DataProblem> problems() {
        List<DataProblem> problems = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            int before = problems.size();
            if (column.missing().count() == column.items()) {
                problems.add(new DataProblem.AllMissing(path(i), column.name(), column.items()));
                continue;
            }
            CellProblems cells = new CellProblems(path(i), table.files()).missing(column);
            problems.addAll((kind == TargetKind.CLASSES ? cells : cells.notFinite(column)).found());
            if (problems.size() == before) {
                unvaried(column, path(i)).ifPresent(problems::add);
            }
        }
        if (columns.size() == 1 && kind == TargetKind.CLASSES) {
            unknownPositiveClass().ifPresent(problems::add);
        }
        return problems;
    }

    private Optional<DataProblem> unvaried(Column column, String path) {
        if (kind == TargetKind.CLASSES) {
            List<String> labels = Labels.sorted(column.coded().texts());
            if (labels.size() == 1 && column.items() > 1) {
                return Optional.of(new DataProblem.ConstantTarget(path, column.name(), labels.get(0), column.items()));
            }
            return areLabels() && labels.size() != 2
                    ? Optional.of(new DataProblem.NotTwoClasses(path, column.name(), labels.size()))
                    : Optional.empty();
        }
        ColumnProfile numbers = ColumnProfiles.of(column, ColumnType.NUMERIC, 0);
        return column.items() > 1
                        && numbers.numbers().minimum() == numbers.numbers().maximum()
                ? Optional.of(new DataProblem.ConstantTarget(
                        path, column.name(), Cells.text(numbers.numbers().minimum()), column.items()))
                : Optional.empty();
    }

    private Optional<DataProblem> unknownPositiveClass() {
        List<String> labels = Labels.sorted(columns.get(0).coded().texts());
        return positiveClass()
                .filter(name -> Labels.indices(labels, List.of(name))[0] == Labels.UNKNOWN)
                .map(name -> new DataProblem.UnknownClass(KeyPaths.DATA_POSITIVE_CLASS, name, labels));
    }

    private Optional<String> positiveClass() {
        return data.source().table().flatMap(Table::positiveClass);
    }

    /** The classes, where the target is one of them. */
    public Optional<List<String>> labels() {
        return isOneOfClasses()
                ? Optional.of(Labels.sorted(columns.get(0).coded().texts()))
                : Optional.empty();
    }

    /** The facts that a check may know, in the order of the columns. */
    public List<TargetProfile> profiles() {
        return columns.stream().map(this::profile).toList();
    }

    private TargetProfile profile(Column column) {
        if (kind == TargetKind.CLASSES) {
            List<ValueCount> counts = ColumnProfiles.counts(column.coded());
            List<String> order = ordered(counts.stream().map(ValueCount::value).toList());
            List<ValueCount> inOrder = counts.stream()
                    .sorted(Comparator.comparingInt(count -> order.indexOf(count.value())))
                    .toList();
            return new TargetProfile(column.name(), inOrder, Double.NaN, Double.NaN).sorted(isSorted(column.coded()));
        }
        ColumnProfile numbers = ColumnProfiles.of(column, ColumnType.NUMERIC, 0);
        // What the network learns is scaled: an output's bounds say nothing about the target's.
        boolean bounded = scale() == Scale.NONE;
        return new TargetProfile(
                        column.name(),
                        List.of(),
                        bounded ? numbers.numbers().minimum() : Double.NaN,
                        bounded ? numbers.numbers().maximum() : Double.NaN)
                .notPositive(
                        tally(column.summary().negative()),
                        tally(column.summary().zero()));
    }

    private CellTally tally(CellCount cells) {
        return new CellTally(
                cells.count(),
                RowPlace.line(cells.firstRow()),
                cells.sample(),
                cells.any() && table.files().size() > 1
                        ? Optional.of(table.files().get(RowPlace.file(cells.firstRow())))
                        : Optional.empty());
    }

    /** Tells whether a new class begins as often as there are further classes, and no more. */
    private static boolean isSorted(CodedColumn classes) {
        int changes = 0;
        for (int item = 1; item < classes.items(); item++) {
            changes += classes.code(item) != classes.code(item - 1) ? 1 : 0;
        }
        int distinct = classes.texts().size();
        return distinct > 1 && changes == distinct - 1 && classes.items() > distinct;
    }

    private Scale scale() {
        return data.preprocessing().target().scale();
    }

    /** Sorted labels; of two, a positive class that was named is the second. */
    private List<String> ordered(List<String> labels) {
        boolean swapped = labels.size() == 2
                && columns.size() == 1
                && positiveClass()
                        .filter(name -> Labels.indices(labels, List.of(name))[0] == 0)
                        .isPresent();
        return swapped ? List.of(labels.get(1), labels.get(0)) : labels;
    }

    /**
     * The class of each item, from 0, and one more than the last where there is none; all 0 where classes do not matter
     * for a split.
     */
    public int[] strata(int items) {
        int[] strata = new int[items];
        if (isOneOfClasses()) {
            CodedColumn classes = columns.get(0).coded();
            List<String> labels = Labels.sorted(classes.texts());
            int[] places = Labels.indices(labels, classes.texts());
            for (int item = 0; item < items; item++) {
                // Items without a class form a stratum of their own.
                strata[item] = classes.isMissing(item) ? labels.size() : places[classes.code(item)];
            }
        }
        return strata;
    }

    /** Classes that are watched or tested, but that there is nothing to learn about. */
    public List<DataProblem> notTrained(SplitRows rows) {
        if (!isOneOfClasses() || rows.train().length == 0) {
            return List.of();
        }
        CodedColumn classes = columns.get(0).coded();
        List<String> labels = Labels.sorted(classes.texts());
        int[] strata = strata(classes.items());
        long[] trained = counts(strata, rows.train(), labels.size());
        long[] validated = counts(strata, rows.validation(), labels.size());
        long[] tested = counts(strata, rows.test(), labels.size());
        List<DataProblem> problems = new ArrayList<>();
        for (int label = 0; label < labels.size(); label++) {
            if (trained[label] == 0) {
                boolean test = tested[label] > 0;
                problems.add(new DataProblem.ClassNotTrained(
                        path(0),
                        labels.get(label),
                        test ? "test" : "validation",
                        test ? tested[label] : validated[label]));
            }
        }
        return problems;
    }

    private static long[] counts(int[] strata, int[] rows, int labels) {
        long[] counts = new long[labels + 1];
        for (int row : rows) {
            counts[strata[row]]++;
        }
        return counts;
    }

    /**
     * The way in which the columns become Y.
     *
     * @param binary whether classes become one row of 0 and 1
     * @param training rows of the training split, which scalings are found on
     */
    public FittedTarget fit(boolean binary, int[] training) {
        if (areLabels()) {
            return new FittedTarget.Labels(
                    columns.stream().map(column -> classes(column, true)).toList());
        }
        if (kind == TargetKind.CLASSES) {
            return classes(columns.get(0), binary);
        }
        return new FittedTarget.Numbers(columns.stream()
                .map(column -> new FittedTarget.NumberColumn(
                        column.name(),
                        formats.of(column.name()),
                        Scalings.of(
                                scale(),
                                Arrays.stream(training)
                                        .mapToDouble(column::number)
                                        .toArray())))
                .toList());
    }

    private FittedTarget.Classes classes(Column column, boolean binary) {
        return new FittedTarget.Classes(
                column.name(), ordered(Labels.sorted(column.coded().texts())), binary);
    }
}
