package dnn.data.newdata;

import dnn.api.dataset.Dataset;
import dnn.api.dataset.Matrix;
import dnn.api.dataset.Scaling;
import dnn.api.profile.DataProblem;
import dnn.api.profile.ValueCount;
import java.util.List;
import java.util.Optional;

/**
 * The rows of another table, encoded as the training data was.
 *
 * @param file as resolved
 * @param items rows of the table
 * @param features X of every row in the table's order, (n_0, m); empty if there are {@code problems}
 * @param targets Y of every row, (n_L, m); empty if there are {@code targetProblems} or {@code unseenLabels}
 * @param problems what keeps the rows from being predicted
 * @param targetProblems what keeps predictions from being compared with the target, such as its absence; of no concern
 *     when predicting
 * @param unseenLabels labels of a target of classes that the training data does not have, most frequent first
 * @param unseenCategories of features: categories that the training split does not have; they are encoded as all zeros
 * @param filled features with missing cells, and what was taken for them
 * @param kept for each row, the cells of the columns that were to be kept as they are
 * @param dropped further rows that were left out because their target is missing
 */
public record NewItems(
        String file,
        int items,
        Optional<Matrix> features,
        Optional<Matrix> targets,
        List<DataProblem> problems,
        List<DataProblem> targetProblems,
        List<ValueCount> unseenLabels,
        List<UnseenCategories> unseenCategories,
        List<Filled> filled,
        List<List<String>> kept,
        int dropped) {

    public NewItems {
        problems = List.copyOf(problems);
        targetProblems = List.copyOf(targetProblems);
        unseenLabels = List.copyOf(unseenLabels);
        unseenCategories = List.copyOf(unseenCategories);
        filled = List.copyOf(filled);
        kept = List.copyOf(kept);
    }

    /**
     * Missing cells of one feature that something was taken for.
     *
     * @param column the feature
     * @param cells how many
     * @param firstRow the first of them
     * @param filler what was taken for them
     */
    public record Filled(String column, long cells, long firstRow, String filler) {}

    /**
     * Categories of one feature that the training split does not have.
     *
     * @param column the feature
     * @param categories with their counts, most frequent first
     */
    public record UnseenCategories(String column, List<ValueCount> categories) {
        public UnseenCategories {
            categories = List.copyOf(categories);
        }
    }

    /** Items with their targets, where both could be read. */
    public Optional<Dataset> dataset() {
        return dataset(List.of());
    }

    /** A copy for targets that were scaled so; empty where none is. */
    public Optional<Dataset> dataset(List<Scaling> units) {
        return features.flatMap(x -> targets.map(y -> new Dataset(x, y, Optional.empty(), units)));
    }
}
