package dnn.data.fitting;

import dnn.api.Data;
import dnn.api.data.Table;
import dnn.api.path.KeyPaths;
import dnn.api.path.ValuePath;
import dnn.api.profile.DataProblem;
import dnn.api.profile.DataProblem.BadCells.Kind;
import dnn.api.training.ClassWeights;
import dnn.data.column.Labels;
import dnn.data.encoding.FittedTarget;
import dnn.data.problem.CellProblems;
import dnn.data.problem.DataException;
import dnn.data.table.Column;
import dnn.data.table.DataTable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The weight of each item of the training split: its own weight times that of its class. */
public final class Weights {

    private Weights() {}

    /** The problems of the column of item weights, where one is declared. */
    public static List<DataProblem> problems(Data data, DataTable table) {
        Optional<String> weights = data.source().table().flatMap(Table::itemWeights);
        if (weights.isEmpty()) {
            return List.of();
        }
        String name = weights.get();
        Optional<Column> column = table.column(name);
        if (column.isEmpty()) {
            return List.of(new DataProblem.ColumnMissing(KeyPaths.DATA_ITEM_WEIGHTS, name, table.names()));
        }
        CellProblems cells = new CellProblems(KeyPaths.DATA_ITEM_WEIGHTS, table.files())
                .missing(column.get())
                .notFinite(column.get());
        if (cells.found().isEmpty()) {
            cells.add(column.get(), Kind.NEGATIVE, column.get().summary().negative());
        }
        return cells.found();
    }

    /** The classes that are given weights, but that the target does not have. */
    public static List<DataProblem> unknownClasses(Optional<ClassWeights> declared, List<String> labels) {
        if (declared.isEmpty() || !(declared.get() instanceof ClassWeights.Given given)) {
            return List.of();
        }
        return given.weights().keySet().stream()
                .filter(name -> Labels.indices(labels, List.of(name))[0] == Labels.UNKNOWN)
                .<DataProblem>map(name -> new DataProblem.UnknownClass(
                        ValuePath.child(KeyPaths.TRAINING_CLASS_WEIGHTS_WEIGHTS, name), name, labels))
                .toList();
    }

    /**
     * The weights of some rows; empty where every item counts once.
     *
     * @param declared of classes
     * @param target how classes are numbered
     * @param column the target
     * @throws DataException if weights of classes are declared for a target of numbers, or all weights are 0
     */
    public static Optional<double[]> of(
            Data data,
            DataTable table,
            Optional<ClassWeights> declared,
            FittedTarget target,
            Column column,
            int[] rows) {
        Optional<Column> ofItems =
                data.source().table().flatMap(Table::itemWeights).flatMap(table::column);
        if (ofItems.isEmpty() && declared.isEmpty()) {
            return Optional.empty();
        }
        double[] weights = new double[rows.length];
        Arrays.fill(weights, 1);
        ofItems.ifPresent(own -> {
            for (int i = 0; i < rows.length; i++) {
                weights[i] = own.number(rows[i]);
            }
        });
        if (declared.isPresent() && target instanceof FittedTarget.Numbers) {
            throw new DataException("class weights need a target of classes");
        }
        if (declared.isPresent() && target instanceof FittedTarget.Classes classes) {
            int[] places = Labels.indices(classes.labels(), column.coded().texts());
            int[] ofRow = Arrays.stream(rows)
                    .map(row -> places[column.coded().code(row)])
                    .toArray();
            double[] ofClass = ofClasses(declared.get(), classes.labels(), ofRow);
            for (int i = 0; i < rows.length; i++) {
                weights[i] *= ofClass[ofRow[i]];
            }
        }
        if (rows.length > 0 && Arrays.stream(weights).allMatch(weight -> weight == 0)) {
            String path = ofItems.isPresent() ? KeyPaths.DATA_ITEM_WEIGHTS : KeyPaths.TRAINING_CLASS_WEIGHTS;
            throw new DataException(List.of(new DataProblem.NothingCounts(path, rows.length)));
        }
        return Optional.of(weights);
    }

    private static double[] ofClasses(ClassWeights declared, List<String> labels, int[] ofRow) {
        double[] weights = new double[labels.size()];
        if (declared instanceof ClassWeights.Given given) {
            Arrays.fill(weights, 1);
            given.weights().forEach((name, weight) -> weights[Labels.indices(labels, List.of(name))[0]] = weight);
            return weights;
        }
        for (int label : ofRow) {
            weights[label]++;
        }
        long present = Arrays.stream(weights).filter(count -> count > 0).count();
        for (int label = 0; label < weights.length; label++) {
            weights[label] = weights[label] == 0 ? 0 : ofRow.length / (present * weights[label]);
        }
        return weights;
    }
}
