package dnn.data.selection;

import dnn.api.Data;
import dnn.api.data.Source;
import dnn.api.data.Table;
import dnn.api.loss.TargetKind;
import dnn.api.path.KeyPaths;
import dnn.api.path.ValuePath;
import dnn.api.profile.ColumnType;
import dnn.api.profile.DataProblem;
import dnn.data.points.PointSets;
import dnn.data.table.Column;
import dnn.data.table.DataTable;
import dnn.data.table.NumericColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The use of a table's columns.
 *
 * @param features columns to predict from that the table has, in the order of X
 * @param complete whether these are all that were asked for
 * @param targets the columns to predict, where the table has all of them
 * @param problems what the table lacks
 */
public record Selection(List<Feature> features, boolean complete, List<Column> targets, List<DataProblem> problems) {
    /**
     * A column to predict from.
     *
     * @param column the cells
     * @param place path of the experiment's value that made it a feature
     */
    public record Feature(Column column, String place) {}

    /** The columns that an experiment asks for, found in its table. */
    public static Selection of(Data data, DataTable table) {
        return new Selecting(data, table).select();
    }

    /** Names of the columns of a header that are predicted, or predicted from. */
    public static Set<String> used(Data data, List<String> header) {
        List<Column> columns = header.stream()
                .<Column>map(name -> NumericColumn.of(name, new double[0]))
                .toList();
        Selection selection = of(data, new DataTable("", columns, 0));
        Set<String> names = new HashSet<>();
        selection.targets().forEach(column -> names.add(column.name()));
        selection.features().forEach(feature -> names.add(feature.column().name()));
        return names;
    }

    /**
     * The columns whose text matters even if it is all numbers: targets that are classes, columns to encode by their
     * name, columns declared to be no numbers, columns by which rows are kept together or split.
     */
    public static Set<String> textColumns(Data data, TargetKind kind) {
        Set<String> names = new HashSet<>();
        data.preprocessing()
                .columns()
                .forEach((name, special) -> special.encode().ifPresent(encode -> names.add(name)));
        Optional<Table> table = data.source().table();
        table.map(Table::columns)
                .orElse(Map.of())
                .forEach((name, declared) -> declared.typeInForce()
                        .filter(type -> type != ColumnType.NUMERIC
                                || declared.formatInForce().isPresent())
                        .ifPresent(type -> names.add(name)));
        data.split().group().ifPresent(names::add);
        table.flatMap(Table::splitColumn).ifPresent(names::add);
        if (kind == TargetKind.CLASSES) {
            names.addAll(targetNames(data.source()));
        }
        return names;
    }

    /** The names of the columns to predict. */
    static List<String> targetNames(Source source) {
        return source.table().map(Table::targetNames).orElseGet(() -> List.of(PointSets.target(source)));
    }

    /** Tells whether the declaration names several columns to predict. */
    public static boolean severalTargets(Source source) {
        return source.table().filter(table -> !table.targets().isEmpty()).isPresent();
    }

    private static final class Selecting {
        private final Data data;
        private final DataTable table;
        private final Map<String, Column> byName = new HashMap<>();
        private final List<DataProblem> problems = new ArrayList<>();

        Selecting(Data data, DataTable table) {
            this.data = data;
            this.table = table;
            table.columns().forEach(column -> byName.putIfAbsent(column.name(), column));
        }

        Selection select() {
            List<String> names = targetNames(data.source());
            List<Column> targets = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                String path = severalTargets(data.source())
                        ? ValuePath.element(KeyPaths.DATA_TARGETS, i)
                        : KeyPaths.DATA_TARGET;
                find(path, names.get(i)).ifPresent(targets::add);
            }
            Optional<List<String>> listed = data.source().table().flatMap(Table::features);
            List<String> excluded = data.source().table().map(Table::exclude).orElse(List.of());
            Set<String> used = usedOtherwise(names);
            Set<String> left = new HashSet<>();
            excluded.forEach(each -> left.addAll(
                    byName.containsKey(each) ? List.of(each) : ColumnPattern.matching(each, table.names())));
            List<Feature> features = new ArrayList<>();
            if (listed.isPresent()) {
                listed(listed.get(), used, left, features);
            } else {
                for (Column column : table.columns()) {
                    if (!used.contains(column.name()) && !left.contains(column.name())) {
                        features.add(new Feature(column, KeyPaths.DATA_SOURCE));
                    }
                }
            }
            for (int i = 0; i < excluded.size(); i++) {
                matching(ValuePath.element(KeyPaths.DATA_EXCLUDE, i), excluded.get(i));
            }
            boolean complete = listed.isEmpty() || problems.stream().noneMatch(this::lacksFeature);
            for (String name : data.preprocessing().columns().keySet()) {
                find(ValuePath.child(KeyPaths.DATA_PREPROCESSING_COLUMNS, name), name);
            }
            data.source()
                    .table()
                    .map(Table::columns)
                    .orElse(Map.of())
                    .keySet()
                    .forEach(name -> find(ValuePath.child(KeyPaths.DATA_COLUMNS, name), name));
            if (complete && features.isEmpty()) {
                String reason = "no column is left to predict from";
                problems.add(new DataProblem.Unreadable(KeyPaths.DATA_SOURCE, table.source(), 0, reason));
                complete = false;
            }
            return new Selection(
                    List.copyOf(features),
                    complete,
                    targets.size() == names.size() ? List.copyOf(targets) : List.of(),
                    List.copyOf(problems));
        }

        private boolean lacksFeature(DataProblem problem) {
            return problem.path().startsWith(KeyPaths.DATA_FEATURES + "[");
        }

        /** Columns that are no features unless they are listed by their name. */
        private Set<String> usedOtherwise(List<String> targets) {
            Set<String> used = new HashSet<>(targets);
            data.split().group().ifPresent(used::add);
            data.split().time().ifPresent(used::add);
            data.source().table().ifPresent(declared -> {
                declared.itemWeights().ifPresent(used::add);
                declared.splitColumn().ifPresent(used::add);
            });
            return used;
        }

        /**
         * A name stands for itself, whatever the column is used for otherwise; a pattern only for columns that are
         * free.
         */
        private void listed(List<String> names, Set<String> used, Set<String> left, List<Feature> features) {
            Set<String> taken = new LinkedHashSet<>();
            for (int i = 0; i < names.size(); i++) {
                String place = ValuePath.element(KeyPaths.DATA_FEATURES, i);
                String written = names.get(i);
                for (String name : matching(place, written)) {
                    boolean free = name.equals(written) || !(used.contains(name) || left.contains(name));
                    if (free && taken.add(name)) {
                        Optional.ofNullable(byName.get(name))
                                .ifPresent(column -> features.add(new Feature(column, place)));
                    }
                }
            }
        }

        /** The column of this name, or those that match this pattern. */
        private List<String> matching(String path, String nameOrPattern) {
            if (!byName.containsKey(nameOrPattern) && Table.isPattern(nameOrPattern)) {
                List<String> names = ColumnPattern.matching(nameOrPattern, table.names());
                if (names.isEmpty()) {
                    problems.add(new DataProblem.ColumnMissing(path, nameOrPattern, table.names()));
                }
                return names;
            }
            return find(path, nameOrPattern).map(Column::name).stream().toList();
        }

        private Optional<Column> find(String path, String name) {
            Optional<Column> column = Optional.ofNullable(byName.get(name));
            if (column.isEmpty()) {
                problems.add(new DataProblem.ColumnMissing(path, name, table.names()));
            }
            return column;
        }
    }
}
