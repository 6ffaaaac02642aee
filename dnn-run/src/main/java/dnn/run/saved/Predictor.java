package dnn.run.saved;

import dnn.api.dataset.Matrix;
import dnn.api.profile.DataProblem;
import dnn.config.diagnostic.DataDiagnostics;
import dnn.data.encoding.Preprocessor;
import dnn.data.newdata.NewData;
import dnn.data.newdata.NewDataOptions;
import dnn.data.newdata.NewItems;
import dnn.data.problem.DataException;
import dnn.engine.network.Network;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Predicts items of which only the features are known, given as the training data was. Thread-safe: any number of
 * threads may ask one predictor at once, and each item's prediction is the same bits whatever is predicted beside it. A
 * missing cell is filled by the rule that was fitted on the training split, and counted in the remarks. A predictor
 * ends with the run or model that it comes from: after that it refuses with an {@link IllegalStateException}.
 */
public final class Predictor {
    private final Preprocessor preprocessor;
    private final Network network;

    /** A predictor of a trained network with what was fitted on its training split. */
    public Predictor(Preprocessor preprocessor, Network network) {
        this.preprocessor = preprocessor;
        this.network = network;
    }

    /**
     * Predicts one item.
     *
     * @param row values by the names of the training table's columns: numbers, truth values, and anything else by its
     *     text; null for a missing cell, which is filled as {@code dnn predict} fills it; further names do no harm
     * @throws UnfitRowsException if a column is missing, or a value cannot be read as the column's
     */
    public Prediction predict(Map<String, ?> row) {
        Predictions one = predict(List.of(row));
        return new Prediction(one.object(0), one.remarks());
    }

    /**
     * Predicts items in one go, which is much faster than one by one.
     *
     * @param rows as for one item; a name that only some rows have is a missing cell in the others
     * @throws UnfitRowsException if a column is missing, or a value cannot be read as the column's; rows are counted
     *     from 1
     */
    public Predictions predict(List<? extends Map<String, ?>> rows) {
        return predicted(NewData.of(rows, preprocessor));
    }

    /**
     * Predicts the rows of a table whose columns are called as those of the training table.
     *
     * @throws UnfitRowsException if the table cannot be read, or a column is missing, or a cell cannot be read as the
     *     column's
     */
    public Predictions predict(Path table) {
        return predicted(NewData.read(table, Optional.empty(), preprocessor, NewDataOptions.STANDARD));
    }

    /**
     * Predicts items that are encoded already, (n_0, m).
     *
     * @throws IllegalArgumentException if they do not have n_0 numbers an item
     */
    public Predictions predict(Matrix features) {
        return Predictions.of(preprocessor.target(), network.outputsOf(features));
    }

    private Predictions predicted(NewItems items) {
        List<DataProblem> problems = items.problems();
        if (!problems.isEmpty()) {
            throw new UnfitRowsException(
                    problems.stream().map(DataException::inWords).toList());
        }
        List<String> remarks = new ArrayList<>();
        items.filled()
                .forEach(column -> remarks.add(DataDiagnostics.filledCells(
                        column.column(), column.cells(), column.firstRow(), column.filler())));
        items.unseenCategories()
                .forEach(column -> remarks.add(DataDiagnostics.unseenCategories(column.column(), column.categories())));
        return predict(items.features().orElseThrow()).remarks(remarks);
    }
}
