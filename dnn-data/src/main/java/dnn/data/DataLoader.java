package dnn.data;

import dnn.api.Data;
import dnn.api.loss.BinaryCrossEntropy;
import dnn.api.loss.Loss;
import dnn.api.loss.TargetKind;
import dnn.api.profile.DataProfile;
import java.nio.file.Path;

/** Reads or makes the data that an experiment declares. The same declaration, files and seed give the same bits. */
public final class DataLoader {
    private final Path directory;

    /** A loader that looks for files with relative names in {@code directory}. */
    public DataLoader(Path directory) {
        this.directory = directory;
    }

    /**
     * What a check may know about the data. Never throws for anything in the data: problems are in the profile.
     *
     * @param data as declared
     * @param kind what the loss takes the target to be
     * @param seed of the experiment
     */
    public DataProfile profile(Data data, TargetKind kind, long seed) {
        return Analysis.of(data, kind, seed, directory).profile();
    }

    /**
     * Everything training needs.
     *
     * @param data as declared
     * @param loss decides Y: for a binary cross-entropy (1, m) of 0 and 1, for a categorical one (k, m) with a single 1 an item, else (1, m) numbers
     * @param seed of the experiment
     * @throws DataException if the profile has problems, the message being the first of them in words, if a binary loss meets other than two classes, or if X has
     *     more numbers than an array holds
     */
    public PreparedData load(Data data, Loss loss, long seed) {
        return Analysis.of(data, loss.targetKind(), seed, directory).prepare(loss instanceof BinaryCrossEntropy);
    }
}
