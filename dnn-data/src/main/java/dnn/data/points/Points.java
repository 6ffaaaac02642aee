package dnn.data.points;

import dnn.api.random.RandomStream;
import dnn.data.table.Column;
import dnn.data.table.DataTable;
import dnn.data.table.NumericColumn;
import java.util.ArrayList;
import java.util.List;

/** Points on their way to a table: coordinates and a target for each. */
final class Points {
    private final double[][] coordinates;
    private final double[] targets;

    Points(int items, int features) {
        int count = Math.max(items, 0);
        coordinates = new double[features][count];
        targets = new double[count];
    }

    int items() {
        return targets.length;
    }

    /** Puts a point with normal noise added to each coordinate. */
    void put(int item, int target, double noise, RandomStream random, double... at) {
        targets[item] = target;
        for (int feature = 0; feature < coordinates.length; feature++) {
            coordinates[feature][item] = at[feature] + noise * random.nextGaussian();
        }
    }

    /** Puts a point as it is. */
    void put(int item, double target, double[] at) {
        targets[item] = target;
        for (int feature = 0; feature < coordinates.length; feature++) {
            coordinates[feature][item] = at[feature];
        }
    }

    DataTable table(String source, String target) {
        List<Column> columns = new ArrayList<>();
        for (int feature = 0; feature < coordinates.length; feature++) {
            columns.add(NumericColumn.of("x" + (feature + 1), coordinates[feature]));
        }
        columns.add(NumericColumn.of(target, targets));
        return new DataTable(source, columns, targets.length);
    }
}
