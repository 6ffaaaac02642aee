package dnn.data;

import dnn.api.dataset.Matrix;
import dnn.api.profile.DataProblem;
import dnn.api.profile.ValueCount;
import dnn.data.table.CodedColumn;
import dnn.data.table.Column;
import dnn.data.table.DataTable;
import dnn.data.table.TableReader;
import dnn.data.table.TableReading;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Reads tables that a trained network is to predict or to be evaluated on. Columns are matched by name; another order and further columns do no harm.
 */
public final class NewData {
    /** What problems are put down to: the table itself. */
    private static final String PATH = "data.source";

    private final Preprocessor preprocessor;
    private final List<DataProblem> problems = new ArrayList<>();
    private final List<DataProblem> targetProblems = new ArrayList<>();
    private final List<NewItems.UnseenCategories> unseenCategories = new ArrayList<>();

    private NewData(Preprocessor preprocessor) {
        this.preprocessor = preprocessor;
    }

    /**
     * The rows of a table, encoded as the training data was. Never throws for anything in the file: problems are in the result.
     *
     * @param file CSV or TSV with a header, plain or gzip
     * @param preprocessor what was fitted on the training split
     * @throws DataException if X has more numbers than an array holds
     */
    public static NewItems read(Path file, Preprocessor preprocessor) {
        return new NewData(preprocessor).read(file);
    }

    private NewItems read(Path file) {
        TableReading reading = new TableReader(PATH, textColumns()).read(file.normalize());
        if (reading.table().isEmpty()) {
            return new NewItems(
                    file.normalize().toString(),
                    0,
                    Optional.empty(),
                    Optional.empty(),
                    reading.problem().stream().toList(),
                    reading.problem().stream().toList(),
                    List.of(),
                    List.of());
        }
        DataTable table = reading.table().get();
        int[] items = IntStream.range(0, table.items()).toArray();
        Optional<Matrix> features = features(table, items);
        Optional<Column> target = find(table, preprocessor.target().name(), targetProblems);
        List<ValueCount> unseenLabels = target.map(this::checkTarget).orElse(List.of());
        Optional<Matrix> targets = targetProblems.isEmpty() && unseenLabels.isEmpty()
                ? target.map(column -> Encoding.targets(preprocessor.target(), column, items))
                : Optional.empty();
        return new NewItems(
                table.source(),
                table.items(),
                features,
                targets,
                problems,
                targetProblems,
                unseenLabels,
                unseenCategories);
    }

    private Set<String> textColumns() {
        Set<String> names = new HashSet<>();
        for (FittedColumn column : preprocessor.columns()) {
            if (column instanceof FittedColumn.Categorical) {
                names.add(column.name());
            }
        }
        if (preprocessor.target() instanceof FittedTarget.Classes) {
            names.add(preprocessor.target().name());
        }
        return names;
    }

    private Optional<Matrix> features(DataTable table, int[] items) {
        List<Column> columns = new ArrayList<>();
        for (FittedColumn fitted : preprocessor.columns()) {
            Optional<Column> column = find(table, fitted.name(), problems);
            column.ifPresent(found -> {
                columns.add(found);
                check(fitted, found);
            });
        }
        return problems.isEmpty()
                ? Optional.of(Encoding.features(preprocessor.columns(), columns, items))
                : Optional.empty();
    }

    private static Optional<Column> find(DataTable table, String name, List<DataProblem> problems) {
        Optional<Column> column = table.column(name);
        if (column.isEmpty()) {
            problems.add(new DataProblem.ColumnMissing(PATH, name, table.names()));
        }
        return column;
    }

    private void check(FittedColumn fitted, Column column) {
        CellProblems cells = new CellProblems(PATH);
        if (fitted instanceof FittedColumn.Numeric numeric) {
            problems.addAll((numeric.imputed().isPresent() ? cells : cells.missing(column))
                    .notFinite(column)
                    .found());
            return;
        }
        FittedColumn.Categorical categorical = (FittedColumn.Categorical) fitted;
        if (categorical.imputed().isEmpty()) {
            problems.addAll(cells.missing(column).found());
        }
        List<ValueCount> unseen = unseen(categorical.categories(), column.coded());
        if (!unseen.isEmpty()) {
            unseenCategories.add(new NewItems.UnseenCategories(column.name(), unseen));
        }
    }

    private List<ValueCount> checkTarget(Column column) {
        CellProblems cells = new CellProblems(PATH).missing(column);
        if (preprocessor.target() instanceof FittedTarget.Classes classes) {
            targetProblems.addAll(cells.found());
            return unseen(classes.labels(), column.coded());
        }
        targetProblems.addAll(cells.notFinite(column).found());
        return List.of();
    }

    private static List<ValueCount> unseen(List<String> known, CodedColumn column) {
        int[] places = Labels.indices(known, column.texts());
        return IntStream.range(0, places.length)
                .filter(code -> places[code] == Labels.UNKNOWN)
                .mapToObj(code -> new ValueCount(column.texts().get(code), column.count(code)))
                .sorted(Comparator.comparingLong(ValueCount::count).reversed())
                .toList();
    }
}
