package dnn.data;

import dnn.api.Data;
import dnn.api.Training;
import dnn.api.loss.Loss;
import dnn.api.loss.TargetKind;
import dnn.api.profile.DataProfile;
import dnn.data.problem.DataException;
import dnn.data.table.TableSource;
import java.nio.file.Path;
import java.util.List;

/** Reads or makes the data that an experiment declares. The same declaration, files and seed give the same bits. */
public final class DataLoader {
    private final Path directory;

    /** A loader that looks for files with relative names in {@code directory}. */
    public DataLoader(Path directory) {
        this.directory = directory;
    }

    /**
     * The profile that a check may know of the data, found in one pass over its rows that keeps none of their numbers:
     * a table's memory is that of its texts, a code for each cell that is text, and eight bytes a row, by which
     * repeated rows are found. Never throws for anything in the data: problems are in the profile.
     *
     * @param data as declared
     * @param kind what the loss takes the target to be
     * @param seed of the experiment
     */
    public DataProfile profile(Data data, TargetKind kind, long seed) {
        return Analysis.ofSummaries(data, Task.of(kind), seed, directory).profile();
    }

    /**
     * The data read for a check, and kept for the training that may follow if it is small.
     *
     * @param data as declared
     * @param training as declared
     * @param seed of the experiment
     */
    public DataReading read(Data data, Training training, long seed) {
        return new DataReading(data, Task.of(training), seed, directory, files(data));
    }

    /**
     * The files that a declaration names, patterns resolved, in the order in which they are named; none for built-in
     * points. A file need not exist.
     */
    public List<Path> files(Data data) {
        return data.source()
                .table()
                .map(table -> TableSource.files(table, directory))
                .orElse(List.of());
    }

    /**
     * Everything training needs.
     *
     * @param data as declared
     * @param loss decides Y: for a binary cross-entropy (1, m) of 0 and 1, for a categorical one (k, m) with a single 1
     *     an item, else (1, m) numbers
     * @param seed of the experiment
     * @throws DataException if the profile has problems beyond those of folds, the message being the first of them in
     *     words, if a binary loss meets other than two classes, or if X has more numbers than an array holds
     */
    public PreparedData load(Data data, Loss loss, long seed) {
        return Analysis.of(data, Task.of(loss), seed, directory).prepare();
    }

    /**
     * Everything training needs, with the weights of classes that it declares.
     *
     * @param data as declared
     * @param training decides Y by its loss, and weights of the training split's items by those of their classes
     * @param seed of the experiment
     * @throws DataException as {@link #load(Data, Loss, long)}, or if weights are given for a class that the target
     *     does not have
     */
    public PreparedData load(Data data, Training training, long seed) {
        return Analysis.of(data, Task.of(training), seed, directory).prepare();
    }

    /**
     * The data for training on every fold of cross-validation: in each, the fold is the validation split, the other
     * items are trained on, and everything is fitted on those alone. Items of the test split are in none. Folds keep
     * classes balanced, groups together or stretches of time, as the split does.
     *
     * @param folds how many
     * @throws DataException as {@link #load(Data, Training, long)}, or if there are fewer items, or groups, than folds
     */
    public List<PreparedData> folds(Data data, Training training, long seed, int folds) {
        return Analysis.of(data, Task.of(training), seed, directory).folds(folds);
    }
}
