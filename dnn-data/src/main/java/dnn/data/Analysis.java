// Longer than 300 lines: the stages that a table goes through in their order, each on what those before it found.
package dnn.data;

import dnn.api.Data;
import dnn.api.data.MissingTarget;
import dnn.api.data.Table;
import dnn.api.data.TableFormat;
import dnn.api.dataset.Dataset;
import dnn.api.grammar.Names;
import dnn.api.loss.TargetKind;
import dnn.api.path.KeyPaths;
import dnn.api.path.ValuePath;
import dnn.api.profile.ColumnProfile;
import dnn.api.profile.ColumnType;
import dnn.api.profile.DataProblem;
import dnn.api.profile.DataProfile;
import dnn.data.column.ColumnFormat;
import dnn.data.column.ColumnProfiles;
import dnn.data.column.ColumnTypes;
import dnn.data.column.Correlations;
import dnn.data.column.Formats;
import dnn.data.encoding.Encoding;
import dnn.data.encoding.FittedColumn;
import dnn.data.encoding.FittedTarget;
import dnn.data.encoding.Preprocessor;
import dnn.data.fitting.Fitting;
import dnn.data.fitting.Targets;
import dnn.data.fitting.Weights;
import dnn.data.points.PointSets;
import dnn.data.problem.DataException;
import dnn.data.selection.Selection;
import dnn.data.split.RepeatedItems;
import dnn.data.split.SplitRows;
import dnn.data.split.Splits;
import dnn.data.table.Column;
import dnn.data.table.DataTable;
import dnn.data.table.Dropping;
import dnn.data.table.Keeping;
import dnn.data.table.RowHashes;
import dnn.data.table.TableSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * From a declaration to a table, its split and what is fitted on it: the one way that profiles and training data both
 * come from.
 */
final class Analysis {
    private final Data data;
    private final Task task;
    private final long seed;
    private final boolean whole;
    private ColumnTypes types;
    private Formats formats = Formats.none();
    private final List<DataProblem> problems = new ArrayList<>();

    private String source = "";
    private Optional<TableSource.Reading> reading = Optional.empty();
    private Optional<Found> found = Optional.empty();

    private Analysis(Data data, Task task, long seed, boolean whole) {
        this.data = data;
        this.whole = whole;
        this.task = task;
        this.seed = seed;
        this.types = new ColumnTypes(Map.of(), formats);
    }

    /**
     * The findings of a table's analysis.
     *
     * @param table all of it
     * @param selection which columns are used
     * @param targets the columns to predict
     * @param splits decides about rows
     * @param split rows of each split
     * @param fitted the columns of X
     */
    private record Found(
            DataTable table,
            Selection selection,
            Targets targets,
            Splits splits,
            Optional<SplitRows> split,
            List<FittedColumn> fitted) {}

    /** Reads or makes the data and finds out everything about it. */
    static Analysis of(Data data, Task task, long seed, Path directory) {
        return of(data, task, seed, directory, true);
    }

    /**
     * Analyses a table in one pass over the rows that keeps no numbers: enough for the profile, but not for training.
     */
    static Analysis ofSummaries(Data data, Task task, long seed, Path directory) {
        return of(data, task, seed, directory, false);
    }

    private static Analysis of(Data data, Task task, long seed, Path directory, boolean whole) {
        Analysis analysis = new Analysis(data, task, seed, whole);
        Optional<DataTable> table = analysis.readTable(directory);
        analysis.found = table.map(analysis::analyse);
        return analysis;
    }

    private Optional<DataTable> readTable(Path directory) {
        Optional<DataTable> table;
        Optional<Table> declared = data.source().table();
        if (declared.isPresent()) {
            source = declared.get().source();
            TableSource.Reading read = TableSource.read(declared.get(), directory, keeping(declared.get()));
            problems.addAll(read.problems());
            reading = Optional.of(read);
            table = read.table();
        } else {
            source = Names.of(data.source().getClass());
            table = PointSets.make(data.source(), seed);
        }
        table.ifPresent(read -> source = read.source());
        return table.map(this::readFormats);
    }

    /** The table with the numbers of columns that are written in a format of their own. */
    private DataTable readFormats(DataTable table) {
        return data.source()
                .table()
                .map(declared -> readFormats(declared, table))
                .orElse(table);
    }

    private DataTable readFormats(Table declared, DataTable table) {
        formats = Formats.of(
                declared.columns(),
                declared.format().decimal(),
                table.columns(),
                Selection.textColumns(data, task.kind()));
        types = new ColumnTypes(declared.columns(), formats);
        return table.with(formats.read(table.columns()));
    }

    private Keeping keeping(Table declared) {
        Set<String> asText = Selection.textColumns(data, task.kind());
        Set<String> rowByRow = new HashSet<>();
        declared.splitColumn().ifPresent(rowByRow::add);
        data.split().group().ifPresent(rowByRow::add);
        data.split().time().ifPresent(rowByRow::add);
        declared.itemWeights().ifPresent(rowByRow::add);
        Keeping keeping = whole
                ? Keeping.everything(asText)
                : Keeping.summaries(asText, rowByRow, header -> Selection.used(data, header));
        return declared.missingTarget() == MissingTarget.DROP
                ? keeping.dropping(new Dropping(Set.copyOf(declared.targetNames()), task.kind() == TargetKind.NUMBERS))
                : keeping;
    }

    private Found analyse(DataTable table) {
        Selection selection = Selection.of(data, table);
        problems.addAll(selection.problems());
        problems.addAll(formatProblems(selection));
        Targets targets = new Targets(data, task.kind(), table, selection.targets(), formats);
        problems.addAll(targets.problems());
        problems.addAll(Weights.problems(data, table));
        targets.labels().ifPresent(labels -> problems.addAll(Weights.unknownClasses(task.classWeights(), labels)));
        Splits splits = new Splits(data, table, types, targets.strata(table.items()), seed);
        Optional<SplitRows> split = splits.draw(reading);
        problems.addAll(splits.problems());
        split.ifPresent(rows -> problems.addAll(targets.notTrained(rows)));
        int[] training = split.map(SplitRows::train)
                .orElseGet(() -> IntStream.range(0, table.items()).toArray());
        Fitting fitting = fitting(table, training);
        List<FittedColumn> fitted = fit(fitting, selection);
        problems.addAll(fitting.problems());
        split.ifPresent(rows -> problems.addAll(weightless(table, targets, rows)));
        return new Found(table, selection, targets, splits, split, fitted);
    }

    /** Weights that leave nothing to learn from; looked for where nothing else is wrong. */
    private List<DataProblem> weightless(DataTable table, Targets targets, SplitRows rows) {
        boolean weighted = task.classWeights().isPresent()
                || data.source().table().flatMap(Table::itemWeights).isPresent();
        boolean unlike = task.classWeights().isPresent() && task.kind() == TargetKind.NUMBERS;
        if (!weighted || unlike || !problems.isEmpty() || !targets.arePresent()) {
            return List.of();
        }
        try {
            // Weights do not depend on what numbers are predicted, which a summary has not kept.
            FittedTarget target = task.kind() == TargetKind.NUMBERS
                    ? new FittedTarget.Numbers(targets.columns().get(0).name())
                    : targets.fit(task.binary(), rows.train());
            Weights.of(
                    data, table, task.classWeights(), target, targets.columns().get(0), rows.train());
            return List.of();
        } catch (DataException e) {
            return e.problems();
        }
    }

    /** Columns in use whose cells can be read in two ways, or are written in several. */
    private List<DataProblem> formatProblems(Selection selection) {
        List<DataProblem> found = new ArrayList<>();
        for (int i = 0; i < selection.targets().size() && task.kind() == TargetKind.NUMBERS; i++) {
            String path = Selection.severalTargets(data.source())
                    ? ValuePath.element(KeyPaths.DATA_TARGETS, i)
                    : KeyPaths.DATA_TARGET;
            found.addAll(formats.problems(path, selection.targets().get(i).name()));
        }
        selection
                .features()
                .forEach(feature -> found.addAll(
                        formats.problems(feature.place(), feature.column().name())));
        data.split().time().ifPresent(time -> found.addAll(formats.problems(KeyPaths.DATA_SPLIT_TIME, time)));
        return found;
    }

    /**
     * The problems that keep folds from being made, or columns from being fitted on the others; looked for where
     * nothing else is wrong.
     */
    private List<DataProblem> problemsOfFolds(Found all) {
        if (task.folds() < 2 || all.split().isEmpty() || !problems.isEmpty()) {
            return List.of();
        }
        try {
            for (SplitRows fold : foldsOf(all, task.folds())) {
                Fitting fitting = fitting(all.table(), fold.train());
                fit(fitting, all.selection());
                if (!fitting.problems().isEmpty()) {
                    return fitting.problems();
                }
            }
            return List.of();
        } catch (DataException e) {
            return e.problems();
        }
    }

    /** For each fold the rows trained on and the fold's own; the test split takes no part. */
    private static List<SplitRows> foldsOf(Found all, int count) {
        SplitRows split = all.split().orElseThrow();
        int[] rows = IntStream.concat(IntStream.of(split.train()), IntStream.of(split.validation()))
                .sorted()
                .toArray();
        List<SplitRows> folds = new ArrayList<>();
        for (int[] fold : all.splits().folds(rows, count)) {
            BitSet kept = new BitSet();
            IntStream.of(fold).forEach(kept::set);
            int[] others = IntStream.of(rows).filter(row -> !kept.get(row)).toArray();
            folds.add(new SplitRows(others, fold, new int[0]));
        }
        return folds;
    }

    private Fitting fitting(DataTable table, int[] training) {
        return new Fitting(data.preprocessing(), types, data.source().defaultScale(), table, training);
    }

    private static List<FittedColumn> fit(Fitting fitting, Selection selection) {
        return selection.features().stream()
                .map(feature -> fitting.fit(feature.column(), feature.place()))
                .toList();
    }

    /** The facts that a check may know. */
    DataProfile profile() {
        if (found.isEmpty()) {
            return new DataProfile(
                    source,
                    0,
                    List.of(),
                    List.of(),
                    OptionalInt.empty(),
                    List.of(),
                    Optional.empty(),
                    0,
                    problems,
                    Map.of());
        }
        Found all = found.get();
        List<DataProblem> everything = new ArrayList<>(problems);
        everything.addAll(problemsOfFolds(all));
        Map<String, Integer> widths = new HashMap<>();
        all.fitted().forEach(column -> widths.put(column.name(), column.width()));
        List<ColumnProfile> columns = all.table().columns().stream()
                .map(column -> profile(column, widths.getOrDefault(column.name(), 0), all))
                .toList();
        return new DataProfile(
                source,
                all.table().items(),
                columns,
                all.selection().features().stream()
                        .map(feature -> feature.column().name())
                        .toList(),
                all.selection().complete()
                        ? OptionalInt.of(all.fitted().stream()
                                .mapToInt(FittedColumn::width)
                                .sum())
                        : OptionalInt.empty(),
                all.targets().profiles(),
                all.split().map(rows -> sizes(rows, all)),
                all.table().dropped(),
                everything,
                all.table().encodings());
    }

    private ColumnProfile profile(Column column, int width, Found all) {
        ColumnType type = types.of(column);
        Optional<Column> target = all.targets().columns().stream().findFirst();
        boolean comparable = task.kind() == TargetKind.NUMBERS
                && type == ColumnType.NUMERIC
                && target.isPresent()
                && !all.targets().columns().contains(column);
        double correlation = comparable ? Correlations.of(column, target.get()) : Double.NaN;
        return ColumnProfiles.of(column, type, width, correlation)
                .format(formats.certain(column.name()).map(ColumnFormat::format));
    }

    private static DataProfile.SplitSizes sizes(SplitRows rows, Found all) {
        List<Column> compared = new ArrayList<>(all.targets().columns());
        all.selection().features().forEach(feature -> compared.add(feature.column()));
        RowHashes hashes = all.table().hashes().orElseGet(() -> RowHashes.of(compared));
        DataProfile.SplitSizes sizes = rows.sizes();
        int repeated = RepeatedItems.count(rows, hashes);
        int natural = DataProfile.SplitSizes.isWorthAWord(repeated, all.table().items())
                ? RepeatedItems.natural(
                        repeated,
                        hashes,
                        compared.subList(all.targets().columns().size(), compared.size()),
                        all.targets().columns())
                : 0;
        return new DataProfile.SplitSizes(sizes.train(), sizes.validation(), sizes.test(), repeated, natural);
    }

    /**
     * Everything training needs.
     *
     * @throws DataException if there are problems
     */
    PreparedData prepare() {
        Found all = usable();
        return prepared(all, all.split().orElseThrow(), all.fitted());
    }

    /**
     * The data for training on every fold: the fold is watched, the others are trained on, and everything is fitted on
     * those alone. The test split takes no part.
     *
     * @throws DataException if there are problems, or fewer items than folds
     */
    List<PreparedData> folds(int count) {
        Found all = usable();
        List<PreparedData> prepared = new ArrayList<>();
        for (SplitRows fold : foldsOf(all, count)) {
            Fitting fitting = fitting(all.table(), fold.train());
            List<FittedColumn> fitted = fit(fitting, all.selection());
            if (!fitting.problems().isEmpty()) {
                throw new DataException(fitting.problems());
            }
            prepared.add(prepared(all, fold, fitted));
        }
        return prepared;
    }

    private Found usable() {
        if (!problems.isEmpty()) {
            throw new DataException(problems);
        }
        return found.filter(all -> all.split().isPresent() && all.targets().arePresent())
                .orElseThrow(
                        () -> new DataException("the declaration of the data or its split asks for no items at all"));
    }

    private PreparedData prepared(Found all, SplitRows rows, List<FittedColumn> fitted) {
        boolean binary = task.binary();
        FittedTarget target = all.targets().fit(binary, rows.train());
        if (target instanceof FittedTarget.Classes classes
                && binary
                && classes.labels().size() != 2) {
            throw new DataException("a binary loss needs a target of two classes; `" + classes.name() + "` has "
                    + classes.labels().size());
        }
        if (target instanceof FittedTarget.Labels && !binary) {
            throw new DataException(
                    "several columns of labels need a binary loss, which gives each its own probability");
        }
        Dataset train = dataset(all, fitted, target, rows.train());
        Optional<double[]> itemWeights = Weights.of(
                data,
                all.table(),
                task.classWeights(),
                target,
                all.targets().columns().get(0),
                rows.train());
        return new PreparedData(
                new Preprocessor(
                        fitted,
                        target,
                        data.source().table().map(Table::format).orElseGet(TableFormat::defaults),
                        all.table().separator().map(separator -> formats.writing(separator))),
                new Dataset(train.features(), train.targets(), itemWeights, train.units()),
                dataset(all, fitted, target, rows.validation()),
                dataset(all, fitted, target, rows.test()),
                all.table().dropped(),
                new ItemPlaces(all.table(), rows, data.source().table().isPresent()));
    }

    private static Dataset dataset(Found all, List<FittedColumn> fitted, FittedTarget target, int[] rows) {
        List<Column> columns = all.selection().features().stream()
                .map(Selection.Feature::column)
                .toList();
        return new Dataset(
                Encoding.features(fitted, columns, rows),
                Encoding.targets(target, all.targets().columns(), rows),
                Optional.empty(),
                target.units());
    }
}
