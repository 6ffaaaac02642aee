package dnn.run.check;

import dnn.api.Data;
import dnn.api.Experiment;
import dnn.api.Training;
import dnn.api.loss.Loss;
import dnn.api.path.KeyPaths;
import dnn.api.profile.DataProfile;
import dnn.api.training.ClassWeights;
import dnn.api.training.CrossValidation;
import dnn.config.LoadedExperiment;
import dnn.data.DataLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Profiles of data, kept for experiments that are checked again and again while they are edited: until the part of an
 * experiment that is about data changes, or a file gets another size or time. Thread-safe.
 */
public final class KnownData {
    /** So many profiles are kept; a profile of a table with a thousand columns takes about a megabyte. */
    private static final int MOST_KEPT = 16;

    private final Map<Question, DataProfile> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, DataProfile> eldest) {
            return size() > MOST_KEPT;
        }
    };

    /** Nothing is known yet. */
    public KnownData() {}

    /** Everything that decides about a profile. */
    private record Question(
            Path directory,
            Data data,
            Loss loss,
            Optional<ClassWeights> weights,
            Optional<CrossValidation> folds,
            boolean whole,
            long seed,
            List<String> files) {}

    /** A look that the check of one experiment takes at its data. */
    public static final class Look {
        private final Question question;
        private final Training training;

        private Look(Question question, Training training) {
            this.question = question;
            this.training = training;
        }

        private DataProfile profile() {
            DataLoader loader = new DataLoader(question.directory);
            return question.whole
                    ? loader.read(question.data, training, question.seed).profile()
                    : loader.profile(question.data, question.loss.targetKind(), question.seed);
        }
    }

    /**
     * The look that the check of an experiment takes at its data; nothing where too little of it could be read, or
     * where its points would not fit into memory.
     *
     * @param directory that paths are relative to which are not relative to a file
     */
    public static Optional<Look> wanted(Path directory, LoadedExperiment loaded) {
        if (!CheckedExperiment.saysEnoughOfData(loaded)
                || Probing.points(loaded).hasErrors()) {
            return Optional.empty();
        }
        Experiment experiment = loaded.experiment();
        Path folder = directory.resolve(loaded.directoryOf(KeyPaths.DATA_SOURCE));
        List<String> files = new DataLoader(folder)
                .files(experiment.data()).stream().map(KnownData::state).toList();
        Training training = experiment.training();
        return Optional.of(new Look(
                new Question(
                        folder,
                        experiment.data(),
                        training.loss(),
                        training.classWeights(),
                        training.crossValidation(),
                        CheckedExperiment.saysEnoughOfItems(loaded),
                        experiment.seedInForce(),
                        files),
                training));
    }

    /** A file's path, size and time. */
    private static String state(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return file + " " + attributes.size() + " " + attributes.lastModifiedTime();
        } catch (IOException e) {
            return file + " is not there"; // the profile says what is wrong with it
        }
    }

    /** The answer, where it is known. */
    public synchronized Optional<DataProfile> find(Look look) {
        return Optional.ofNullable(kept.get(look.question));
    }

    /** The answer, read from the data if it is not known; that may take long. */
    public DataProfile read(Look look) {
        Optional<DataProfile> known = find(look);
        if (known.isPresent()) {
            return known.get();
        }
        DataProfile profile = look.profile();
        synchronized (this) {
            kept.put(look.question, profile);
        }
        return profile;
    }
}
