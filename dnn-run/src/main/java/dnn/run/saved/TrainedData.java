package dnn.run.saved;

import dnn.api.Experiment;
import dnn.api.dataset.Dataset;
import dnn.config.diagnostic.UserText;
import dnn.data.DataLoader;
import dnn.data.PreparedData;
import dnn.data.problem.DataException;
import dnn.run.directory.DataFingerprint;
import dnn.run.directory.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The data that a run was trained on. It is read again only where its files are, byte for byte, what they were: so
 * items of another split are never taken for those of the test, and nothing that a run from elsewhere names is shown.
 */
final class TrainedData {
    private final Experiment experiment;
    private final DataLoader loader;
    private final Optional<DataFingerprint> fingerprint;

    /**
     * The data of an experiment.
     *
     * @param directory what relative paths are relative to
     * @param fingerprint what the data was
     */
    TrainedData(Experiment experiment, Path directory, Optional<DataFingerprint> fingerprint) {
        this.experiment = experiment;
        this.loader = new DataLoader(directory);
        this.fingerprint = fingerprint;
    }

    /**
     * Reads it.
     *
     * @throws DataException if it is no longer there, or is not what it was; the message names what changed
     */
    PreparedData read() {
        change().ifPresent(TrainedData::refuse);
        PreparedData read = loader.load(experiment.data(), experiment.training(), experiment.seedInForce());
        fingerprint.flatMap(known -> changedItems(known, read)).ifPresent(TrainedData::refuse);
        return read;
    }

    /** The difference between its files and those of training, in words; nothing where they are the same. */
    Optional<String> change() {
        if (fingerprint.isEmpty()) {
            return experiment.data().source().table().isPresent()
                    ? Optional.of("the run does not say what its data was, since an earlier version of dnn wrote it; "
                            + "so nothing shows that items of its test split are the same")
                    : Optional.empty();
        }
        try {
            return changedFile(fingerprint.get(), loader.files(experiment.data()));
        } catch (InvalidPathException e) {
            return Optional.of("it is in a file whose name this system cannot have");
        }
    }

    private static void refuse(String reason) {
        throw new DataException(reason);
    }

    private static Optional<String> changedFile(DataFingerprint known, List<Path> files) {
        if (files.size() != known.files().size()) {
            return Optional.of("it was in " + UserText.count(known.files().size(), "file") + ", and is in "
                    + UserText.count(files.size(), "file") + " now");
        }
        List<Manifest.Entry> before = new ArrayList<>(known.files().values());
        for (int i = 0; i < files.size(); i++) {
            String name = UserText.quote(files.get(i).toString());
            if (!Files.isRegularFile(files.get(i))) {
                return Optional.of("there is no file " + name);
            }
            try {
                Manifest.Entry now = Manifest.Entry.of(files.get(i));
                if (!now.equals(before.get(i))) {
                    return Optional.of(
                            name + " was changed: it had " + before.get(i).inWords() + ", and has " + now.inWords());
                }
            } catch (IOException e) {
                return Optional.of(name + " cannot be read");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> changedItems(DataFingerprint known, PreparedData read) {
        Map<String, Dataset> splits = new LinkedHashMap<>();
        splits.put("train", read.train());
        splits.put("validation", read.validation());
        splits.put("test", read.test());
        splits.values().removeIf(items -> items.items() == 0);
        Map<String, DataFingerprint.Items> now = DataFingerprint.items(splits);
        for (Map.Entry<String, DataFingerprint.Items> split : now.entrySet()) {
            if (!split.getValue().equals(known.splits().get(split.getKey()))) {
                return Optional.of("items of the " + split.getKey() + " split are others, though no file changed: "
                        + "another version of dnn reads or splits them in another way");
            }
        }
        return known.splits().keySet().equals(now.keySet())
                ? Optional.empty()
                : Optional.of("it had the splits "
                        + UserText.list(known.splits().keySet(), 3) + ", and has " + UserText.list(now.keySet(), 3));
    }
}
