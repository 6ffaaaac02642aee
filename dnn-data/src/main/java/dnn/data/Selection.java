package dnn.data;

import dnn.api.Data;
import dnn.api.data.Source;
import dnn.api.data.Table;
import dnn.api.loss.TargetKind;
import dnn.api.profile.DataProblem;
import dnn.data.points.PointSets;
import dnn.data.table.Column;
import dnn.data.table.DataTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which columns of a table are used for what.
 *
 * @param features columns to predict from that the table has, in the order of X
 * @param complete whether these are all that were asked for
 * @param target the column to predict
 * @param problems what the table lacks
 */
record Selection(List<Feature> features, boolean complete, Optional<Column> target, List<DataProblem> problems) {
    /**
     * A column to predict from.
     *
     * @param column the cells
     * @param place path of the experiment's value that made it a feature
     */
    record Feature(Column column, String place) {}

    /** What an experiment asks for, found in its table. */
    static Selection of(Data data, DataTable table) {
        return new Selecting(data, table).select();
    }

    /** The columns whose text matters even if it is all numbers: the target where it is classes, columns to encode by their name. */
    static Set<String> textColumns(Data data, TargetKind kind) {
        Set<String> names = new HashSet<>();
        data.preprocessing()
                .columns()
                .forEach((name, special) -> special.encode().ifPresent(encode -> names.add(name)));
        if (kind == TargetKind.CLASSES) {
            names.add(targetName(data.source()));
        }
        return names;
    }

    private static String targetName(Source source) {
        return source instanceof Table table ? table.target() : PointSets.target(source);
    }

    private static final class Selecting {
        private final Data data;
        private final DataTable table;
        private final List<DataProblem> problems = new ArrayList<>();

        Selecting(Data data, DataTable table) {
            this.data = data;
            this.table = table;
        }

        Selection select() {
            String targetName = targetName(data.source());
            Optional<Column> target = find("data.target", targetName);
            Optional<List<String>> listed =
                    data.source() instanceof Table declared ? declared.features() : Optional.empty();
            List<String> excluded = data.source() instanceof Table declared ? declared.exclude() : List.of();
            List<Feature> features = new ArrayList<>();
            boolean complete = true;
            if (listed.isPresent()) {
                for (int i = 0; i < listed.get().size(); i++) {
                    String place = "data.features[" + i + "]";
                    Optional<Column> column = find(place, listed.get().get(i));
                    column.ifPresent(found -> features.add(new Feature(found, place)));
                    complete &= column.isPresent();
                }
            } else {
                for (Column column : table.columns()) {
                    if (!column.name().equals(targetName) && !excluded.contains(column.name())) {
                        features.add(new Feature(column, "data.source"));
                    }
                }
            }
            for (int i = 0; i < excluded.size(); i++) {
                find("data.exclude[" + i + "]", excluded.get(i));
            }
            for (String name : data.preprocessing().columns().keySet()) {
                find("data.preprocessing.columns." + name, name);
            }
            if (complete && features.isEmpty()) {
                String reason = "no column is left to predict from";
                problems.add(new DataProblem.Unreadable("data.source", table.source(), 0, reason));
                complete = false;
            }
            return new Selection(List.copyOf(features), complete, target, List.copyOf(problems));
        }

        private Optional<Column> find(String path, String name) {
            Optional<Column> column = table.column(name);
            if (column.isEmpty()) {
                problems.add(new DataProblem.ColumnMissing(path, name, table.names()));
            }
            return column;
        }
    }
}
