// Longer than 300 lines: one pass over a file of new rows: checking and handing on share where it stands.
package dnn.data.newdata;

import dnn.api.data.Unseen;
import dnn.api.dataset.Matrix;
import dnn.api.path.KeyPaths;
import dnn.api.profile.DataProblem;
import dnn.api.profile.DataProblem.BadCells.Kind;
import dnn.api.profile.ValueCount;
import dnn.data.encoding.Encoding;
import dnn.data.encoding.FittedColumn;
import dnn.data.encoding.FittedTarget;
import dnn.data.encoding.Preprocessor;
import dnn.data.encoding.UnseenCells;
import dnn.data.problem.CellProblems;
import dnn.data.problem.DataException;
import dnn.data.table.CellCount;
import dnn.data.table.Cells;
import dnn.data.table.Column;
import dnn.data.table.DataTable;
import dnn.data.table.Dropping;
import dnn.data.table.GivenRows;
import dnn.data.table.NumberWriting;
import dnn.data.table.RowPlace;
import dnn.data.table.TableRows;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Reads tables that a trained network is to predict or to be evaluated on, whole or piece by piece; both give the same
 * for every item. Columns are matched by name; another order and further columns do no harm.
 */
public final class NewData implements AutoCloseable {
    /** The name that problems are put down to: the table itself. */
    private final Preprocessor preprocessor;

    private final NewDataOptions options;
    private final TableRows rows;
    private final String name;
    private boolean ended;

    private NewData(Preprocessor preprocessor, NewDataOptions options, TableRows rows, String name) {
        this.preprocessor = preprocessor;
        this.options = options;
        this.rows = rows;
        this.name = name;
    }

    /**
     * The rows of a table, encoded as the training data was. Never throws for anything in the file: problems are in the
     * result.
     *
     * @param file CSV or TSV, plain or gzip, in the format of the training data; or images
     * @param preprocessor what was fitted on the training split
     * @throws DataException if X has more numbers than an array holds
     */
    public static NewItems read(Path file, Preprocessor preprocessor) {
        return read(file, Optional.empty(), preprocessor, NewDataOptions.STANDARD);
    }

    /**
     * Opens images whose labels are in a file of their own.
     *
     * @param labels the file, where there is one
     * @param options how it is read
     */
    public static NewItems read(Path file, Optional<Path> labels, Preprocessor preprocessor, NewDataOptions options) {
        String name = file.normalize().toString();
        Optional<DataProblem> unopenable = TableRows.unopenable(file, KeyPaths.DATA_SOURCE);
        if (unopenable.isPresent()) {
            return failed(name, unopenable.get());
        }
        try (NewData data = open(bytes(file), labels, name, preprocessor, options)) {
            return data.next(Integer.MAX_VALUE).orElseThrow();
        } catch (IOException e) {
            return failed(
                    name,
                    new DataProblem.Unreadable(KeyPaths.DATA_SOURCE, name, 0, "it cannot be read: " + e.getMessage()));
        }
    }

    /** The bytes of a file, which may be a pipe: read once, from the beginning on. */
    public static InputStream bytes(Path file) throws IOException {
        if (Files.isRegularFile(file)) {
            return Files.newInputStream(file);
        }
        return new FileInputStream(file.toFile());
    }

    /** Why a file cannot be opened, if it cannot. */
    public static Optional<DataProblem> unopenable(Path file) {
        return TableRows.unopenable(file, KeyPaths.DATA_SOURCE);
    }

    /**
     * Opens a stream of bytes to be read piece by piece.
     *
     * @param bytes of a table, closed with this
     * @param name what it is called in problems
     * @param options how it is read
     * @throws IOException if it cannot be read
     */
    public static NewData open(InputStream bytes, String name, Preprocessor preprocessor, NewDataOptions options)
            throws IOException {
        return open(bytes, Optional.empty(), name, preprocessor, options);
    }

    private static NewData open(
            InputStream bytes, Optional<Path> labels, String name, Preprocessor preprocessor, NewDataOptions options)
            throws IOException {
        return new NewData(
                preprocessor,
                options,
                TableRows.open(
                        bytes,
                        labels,
                        name,
                        KeyPaths.DATA_SOURCE,
                        wanted(preprocessor, options),
                        preprocessor.format(),
                        preprocessor.numbers().orElse(NumberWriting.UNKNOWN)),
                name);
    }

    /** Tells whether a file that can be opened holds images, whose labels are in a file of their own. */
    public static boolean areImages(Path file) {
        return TableRows.areImages(file);
    }

    /**
     * Rows that a program holds as values by the names of their columns, encoded as the training data was. Problems are
     * in the result, their rows counted from 1; a missing cell is filled by what was fitted on the training split.
     *
     * @param given numbers, truth values, and anything else by its text, which is written as in the training data; null
     *     stands for a missing cell; names that are no column of the training data do no harm
     * @param preprocessor what was fitted on the training split
     */
    public static NewItems of(List<? extends Map<String, ?>> given, Preprocessor preprocessor) {
        String name = "the given values";
        TableRows.Wanted wanted = wanted(preprocessor, NewDataOptions.STANDARD)
                .withNumbers(column -> given.stream().anyMatch(row -> row.get(column) instanceof Number));
        DataTable table = GivenRows.of(
                given,
                name,
                wanted,
                preprocessor.format(),
                preprocessor.numbers().orElse(NumberWriting.UNKNOWN));
        return new Encoded(preprocessor, NewDataOptions.STANDARD, table, GivenRows.names(given)).items(List.of());
    }

    private static TableRows.Wanted wanted(Preprocessor preprocessor, NewDataOptions options) {
        Set<String> numbers = new HashSet<>();
        Set<String> text = new HashSet<>();
        Set<String> formatted = new HashSet<>();
        for (FittedColumn column : preprocessor.columns()) {
            (readsNumbers(column) ? numbers : text).add(column.name());
            if (column instanceof FittedColumn.Numeric numeric
                    && numeric.reading().format().isPresent()) {
                formatted.add(column.name());
            }
        }
        boolean classes = !(preprocessor.target() instanceof FittedTarget.Numbers);
        if (preprocessor.target() instanceof FittedTarget.Numbers target) {
            target.columns().forEach(column -> (column.format().isPresent() ? text : numbers).add(column.name()));
        } else {
            text.addAll(preprocessor.target().names());
        }
        Set<String> targets =
                options.dropMissingTargets() ? Set.copyOf(preprocessor.target().names()) : Set.of();
        return new TableRows.Wanted(numbers, text, formatted, options.keep(), new Dropping(targets, !classes));
    }

    private static boolean readsNumbers(FittedColumn column) {
        return column.accept(new FittedColumn.Visitor<Boolean>() {
            @Override
            public Boolean numeric(FittedColumn.Numeric numbers) {
                return numbers.reading().isPlain();
            }

            @Override
            public Boolean categorical(FittedColumn.Categorical categories) {
                return false;
            }
        });
    }

    /**
     * Up to so many further rows; empty when there are none left, or after a file that could not be read on.
     *
     * @param atMost rows
     */
    public Optional<NewItems> next(int atMost) {
        if (ended) {
            return Optional.empty();
        }
        TableRows.Piece piece = rows.next(atMost);
        ended = piece.table().isEmpty();
        if (piece.problem().isPresent()) {
            return Optional.of(failed(name, piece.problem().get()));
        }
        return piece.table().map(table -> new Encoded(preprocessor, options, table, rows.header()).items(piece.kept()));
    }

    private static NewItems failed(String name, DataProblem problem) {
        return new NewItems(
                name,
                0,
                Optional.empty(),
                Optional.empty(),
                List.of(problem),
                List.of(problem),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                0);
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }

    /** Rows on their way to matrices. */
    private static final class Encoded {
        private final Preprocessor preprocessor;
        private final NewDataOptions options;
        private final DataTable table;
        private final List<String> header;
        private final List<DataProblem> problems = new ArrayList<>();
        private final List<DataProblem> targetProblems = new ArrayList<>();
        private final List<ValueCount> unseenLabels = new ArrayList<>();
        private final List<NewItems.UnseenCategories> unseenCategories = new ArrayList<>();
        private final List<NewItems.Filled> filled = new ArrayList<>();

        Encoded(Preprocessor preprocessor, NewDataOptions options, DataTable table, List<String> header) {
            this.preprocessor = preprocessor;
            this.options = options;
            this.table = table;
            this.header = header;
        }

        NewItems items(List<List<String>> kept) {
            options.keep().stream().filter(column -> !header.contains(column)).forEach(this::lacks);
            int[] items = IntStream.range(0, table.items()).toArray();
            Optional<Matrix> features = features(items);
            List<Column> columns = new ArrayList<>();
            preprocessor
                    .target()
                    .names()
                    .forEach(column -> find(column, targetProblems).ifPresent(columns::add));
            if (targetProblems.isEmpty()) {
                checkTargets(columns);
            }
            Optional<Matrix> targets = targetProblems.isEmpty() && unseenLabels.isEmpty()
                    ? Optional.of(Encoding.targets(preprocessor.target(), columns, items))
                    : Optional.empty();
            return new NewItems(
                    table.source(),
                    table.items(),
                    features,
                    targets,
                    problems,
                    targetProblems,
                    unseenLabels,
                    unseenCategories,
                    filled,
                    kept,
                    table.dropped());
        }

        private void lacks(String column) {
            problems.add(new DataProblem.ColumnMissing(KeyPaths.DATA_SOURCE, column, header));
        }

        private Optional<Matrix> features(int[] items) {
            List<Column> columns = new ArrayList<>();
            for (FittedColumn fitted : preprocessor.columns()) {
                Optional<Column> column = find(fitted.name(), problems);
                column.ifPresent(found -> {
                    columns.add(found);
                    problems.addAll(fitted.accept(new Checked(found)).found());
                });
            }
            return problems.isEmpty()
                    ? Optional.of(Encoding.features(preprocessor.columns(), columns, items))
                    : Optional.empty();
        }

        private Optional<Column> find(String column, List<DataProblem> into) {
            Optional<Column> found = table.column(column);
            if (found.isEmpty()) {
                into.add(new DataProblem.ColumnMissing(KeyPaths.DATA_SOURCE, column, header));
            }
            return found;
        }

        private CellProblems cells() {
            return new CellProblems(KeyPaths.DATA_SOURCE, table.files());
        }

        /** The problems of a column's cells that is predicted from. */
        private final class Checked implements FittedColumn.Visitor<CellProblems> {
            private final Column column;

            Checked(Column column) {
                this.column = column;
            }

            private <T> CellProblems missing(
                    Column column, Optional<T> imputed, Optional<T> standIn, Function<T, String> words) {
                Optional<T> filler = options.strict() ? imputed : imputed.or(() -> standIn);
                if (filler.isEmpty()) {
                    return cells().missing(column);
                }
                CellCount missing = column.missing();
                if (missing.any()) {
                    filled.add(new NewItems.Filled(
                            column.name(),
                            missing.count(),
                            RowPlace.line(missing.firstRow()),
                            words.apply(filler.get())));
                }
                return cells();
            }

            @Override
            public CellProblems numeric(FittedColumn.Numeric fitted) {
                Column read = fitted.reading().read(column);
                CellProblems found = missing(
                        fitted.reading().format().isPresent() ? read : column,
                        fitted.imputed(),
                        fitted.standIn(),
                        Cells::text);
                return fitted.reading().isPlain()
                        ? found.notFinite(column)
                        : found.unreadable(read, fitted.reading().mistake());
            }

            @Override
            public CellProblems categorical(FittedColumn.Categorical fitted) {
                CellProblems found = missing(column, fitted.imputed(), fitted.standIn(), text -> text);
                List<ValueCount> unseen = UnseenCells.texts(fitted.categories(), column.coded());
                if (fitted.unseen() == Unseen.ERROR) {
                    found.add(column, Kind.UNSEEN, UnseenCells.of(fitted, column.coded()));
                } else if (!unseen.isEmpty()) {
                    unseenCategories.add(new NewItems.UnseenCategories(column.name(), unseen));
                }
                return found;
            }
        }

        private void checkTargets(List<Column> columns) {
            if (!(preprocessor.target() instanceof FittedTarget.Numbers)) {
                columns.forEach(
                        column -> targetProblems.addAll(cells().missing(column).found()));
            }
            preprocessor.target().accept(new FittedTarget.Visitor<Boolean>() {
                @Override
                public Boolean classes(FittedTarget.Classes target) {
                    return unseenLabels.addAll(
                            UnseenCells.texts(target.labels(), columns.get(0).coded()));
                }

                @Override
                public Boolean numbers(FittedTarget.Numbers target) {
                    for (int i = 0; i < columns.size(); i++) {
                        Column column = target.columns().get(i).read(columns.get(i));
                        targetProblems.addAll(
                                cells().missing(column).notFinite(column).found());
                    }
                    return true;
                }

                @Override
                public Boolean labels(FittedTarget.Labels target) {
                    for (int i = 0; i < columns.size(); i++) {
                        unseenLabels.addAll(UnseenCells.texts(
                                target.columns().get(i).labels(), columns.get(i).coded()));
                    }
                    return true;
                }
            });
        }
    }
}
