package dnn.data.split;

import dnn.api.Data;
import dnn.api.data.Split;
import dnn.api.data.Table;
import dnn.api.path.KeyPaths;
import dnn.api.path.ValuePath;
import dnn.api.profile.DataProblem;
import dnn.api.profile.DataProblem.BadCells.Kind;
import dnn.api.random.RandomStreams;
import dnn.data.column.ColumnTypes;
import dnn.data.problem.CellProblems;
import dnn.data.problem.DataException;
import dnn.data.table.CellCount;
import dnn.data.table.CodedColumn;
import dnn.data.table.Column;
import dnn.data.table.DataTable;
import dnn.data.table.TableSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Decides which rows are trained on, watched and kept for the end: by files, by a column, or by shares that are drawn,
 * kept in groups or in the order of time.
 */
public final class Splits {
    private static final List<String> NAMES = List.of("train", "validation", "test");

    private final Data data;
    private final DataTable table;
    private final ColumnTypes types;
    private final int[] strata;
    private final RandomStreams streams;
    private final List<DataProblem> problems = new ArrayList<>();

    /**
     * For a table.
     *
     * @param types what columns are
     * @param strata the class of each row, from 0
     */
    public Splits(Data data, DataTable table, ColumnTypes types, int[] strata, long seed) {
        this.types = types;
        this.data = data;
        this.table = table;
        this.strata = strata;
        this.streams = new RandomStreams(seed);
    }

    /** The problems that kept rows from being split as declared. */
    public List<DataProblem> problems() {
        return problems;
    }

    /**
     * The rows of each split; empty where the shares are none: saying so is for whoever checks the declaration.
     *
     * @param reading how many of the last rows come from files for validation and the test
     */
    public Optional<SplitRows> draw(Optional<TableSource.Reading> reading) {
        Optional<String> column = data.source().table().flatMap(Table::splitColumn);
        if (column.isPresent()) {
            return byColumn(column.get());
        }
        Optional<Integer> validation = reading.flatMap(TableSource.Reading::validation);
        Optional<Integer> test = reading.flatMap(TableSource.Reading::test);
        Split written = data.split();
        if (!isUsable(written)) {
            return Optional.empty();
        }
        int fixed = validation.orElse(0) + test.orElse(0);
        int free = table.items() - fixed;
        Split shares = new Split(
                validation.isPresent() && test.isPresent() ? 1 : written.train(),
                validation.isPresent() ? 0 : written.validation(),
                test.isPresent() ? 0 : written.test(),
                written.group(),
                written.time());
        Optional<SplitRows> drawn = drawn(shares, free);
        return drawn.map(rows -> new SplitRows(
                rows.train(),
                validation.isPresent() ? stretch(free, validation.get()) : rows.validation(),
                test.isPresent() ? stretch(table.items() - test.get(), test.get()) : rows.test()));
    }

    private static int[] stretch(int from, int count) {
        return IntStream.range(from, from + count).toArray();
    }

    private static boolean isUsable(Split shares) {
        double[] all = {shares.train(), shares.validation(), shares.test()};
        return DoubleStream.of(all).allMatch(share -> share >= 0 && share <= Double.MAX_VALUE)
                && DoubleStream.of(all).sum() > 0;
    }

    /** Splits the first rows. */
    private Optional<SplitRows> drawn(Split shares, int items) {
        if (!isUsable(shares)) {
            return Optional.of(new SplitRows(stretch(0, items), new int[0], new int[0]));
        }
        SplitRows rows;
        if (shares.group().isPresent()) {
            Optional<int[]> groups = groups(shares.group().get());
            if (groups.isEmpty()) {
                return Optional.empty();
            }
            rows = Splitter.byGroup(shares, Arrays.copyOf(groups.get(), items), streams.stream("split"));
        } else if (shares.time().isPresent()) {
            Optional<double[]> times = times(shares.time().get());
            if (times.isEmpty()) {
                return Optional.empty();
            }
            rows = Splitter.byTime(shares, Arrays.copyOf(times.get(), items));
        } else {
            int[] ofItems = Arrays.copyOf(strata, items);
            rows = Splitter.draw(shares, ofItems, Arrays.stream(ofItems).max().orElse(0) + 1, streams.stream("split"));
        }
        checkSize("train", shares.train(), rows.train(), items);
        checkSize("validation", shares.validation(), rows.validation(), items);
        checkSize("test", shares.test(), rows.test(), items);
        return Optional.of(rows);
    }

    private void checkSize(String name, double share, int[] rows, int items) {
        if (share <= 0 || rows.length > 0) {
            return;
        }
        Optional<CodedColumn> groups =
                data.split().group().flatMap(table::column).map(Column::coded);
        if (groups.isPresent()) {
            CodedColumn column = groups.get();
            int largest = IntStream.range(0, column.texts().size())
                    .boxed()
                    .max((one, other) -> Long.compare(column.count(one), column.count(other)))
                    .orElse(0);
            problems.add(new DataProblem.GroupTooLarge(
                    KeyPaths.DATA_SPLIT_GROUP,
                    column.name(),
                    column.texts().get(largest),
                    column.count(largest),
                    items,
                    name));
        } else {
            problems.add(new DataProblem.TooFewItems(ValuePath.child(KeyPaths.DATA_SPLIT, name), name, items));
        }
    }

    private Optional<Column> find(String path, String name) {
        Optional<Column> column = table.column(name);
        if (column.isEmpty()) {
            problems.add(new DataProblem.ColumnMissing(path, name, table.names()));
        }
        return column;
    }

    private Optional<int[]> groups(String name) {
        String path = KeyPaths.DATA_SPLIT_GROUP;
        Optional<CodedColumn> column = find(path, name).map(Column::coded);
        if (column.isEmpty()) {
            return Optional.empty();
        }
        List<DataProblem> missing =
                new CellProblems(path, table.files()).missing(column.get()).found();
        problems.addAll(missing);
        return missing.isEmpty()
                ? Optional.of(IntStream.range(0, table.items())
                        .map(column.get()::code)
                        .toArray())
                : Optional.empty();
    }

    private Optional<double[]> times(String name) {
        String path = KeyPaths.DATA_SPLIT_TIME;
        Optional<Column> column = find(path, name);
        if (column.isEmpty()) {
            return Optional.empty();
        }
        Column cells = types.reading(column.get()).read(column.get());
        List<DataProblem> found = new CellProblems(path, table.files())
                .missing(cells)
                .unreadable(cells, Kind.NOT_A_TIME)
                .found();
        problems.addAll(found);
        return found.isEmpty()
                ? Optional.of(IntStream.range(0, table.items())
                        .mapToDouble(cells::number)
                        .toArray())
                : Optional.empty();
    }

    private Optional<SplitRows> byColumn(String name) {
        String path = KeyPaths.DATA_SPLIT_COLUMN;
        Optional<CodedColumn> found = find(path, name).map(Column::coded);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        CodedColumn column = found.get();
        CellProblems cells = new CellProblems(path, table.files()).missing(column);
        CellCount unknown = CellCount.NONE;
        for (int code = 0; code < column.texts().size(); code++) {
            if (!NAMES.contains(column.texts().get(code))) {
                unknown = unknown.plus(
                        column.count(code),
                        column.firstRow(code),
                        column.texts().get(code));
            }
        }
        problems.addAll(cells.add(column, Kind.NOT_A_SPLIT, unknown).found());
        if (!cells.found().isEmpty()) {
            return Optional.empty();
        }
        int[][] rows = new int[NAMES.size()][];
        for (int part = 0; part < rows.length; part++) {
            int code = column.texts().indexOf(NAMES.get(part));
            rows[part] = IntStream.range(0, table.items())
                    .filter(row -> column.code(row) == code)
                    .toArray();
        }
        if (rows[0].length == 0) {
            problems.add(new DataProblem.TooFewItems(path, "train", table.items()));
        }
        return Optional.of(new SplitRows(rows[0], rows[1], rows[2]));
    }

    /**
     * The folds of the items that are not kept for the test, kept in groups or in the order of time as the split is.
     *
     * @param rows to cut into folds
     * @param count of folds
     * @return for each fold, its rows
     * @throws DataException if there are fewer items, or groups, than folds
     */
    public List<int[]> folds(int[] rows, int count) {
        int[] fold;
        if (data.split().group().isPresent()) {
            int[] all = groups(data.split().group().get()).orElseThrow(() -> new DataException(problems));
            int[] compact = compact(Arrays.stream(rows).map(row -> all[row]).toArray());
            refuse(
                    count,
                    Arrays.stream(compact).max().orElse(-1) + 1,
                    data.split().group());
            fold = Splitter.foldsByGroup(compact, count, streams.stream("folds"));
        } else if (data.split().time().isPresent()) {
            double[] all = times(data.split().time().get()).orElseThrow(() -> new DataException(problems));
            refuse(count, rows.length, Optional.empty());
            fold = Splitter.foldsByTime(
                    Arrays.stream(rows).mapToDouble(row -> all[row]).toArray(), count);
        } else {
            refuse(count, rows.length, Optional.empty());
            fold = Splitter.folds(
                    Arrays.stream(rows).map(row -> strata[row]).toArray(), count, streams.stream("folds"));
        }
        List<int[]> folds = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            int wanted = k;
            folds.add(IntStream.range(0, rows.length)
                    .filter(i -> fold[i] == wanted)
                    .map(i -> rows[i])
                    .toArray());
        }
        return folds;
    }

    /** The keys, numbered from 0 without gaps. */
    private static int[] compact(int[] keys) {
        int[] distinct = Arrays.stream(keys).distinct().sorted().toArray();
        return Arrays.stream(keys)
                .map(key -> Arrays.binarySearch(distinct, key))
                .toArray();
    }

    private static void refuse(int folds, int items, Optional<String> group) {
        if (folds > items) {
            throw new DataException(List.of(
                    new DataProblem.TooManyFolds(KeyPaths.TRAINING_CROSS_VALIDATION_FOLDS, folds, items, group)));
        }
    }
}
