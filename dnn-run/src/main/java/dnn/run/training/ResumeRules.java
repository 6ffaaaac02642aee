package dnn.run.training;

import dnn.api.Experiment;
import dnn.api.path.KeyPaths;
import dnn.api.path.ValuePath;
import dnn.config.ChangedValue;
import dnn.config.diagnostic.Diagnostic;
import dnn.config.diagnostic.ResumeDiagnostics;
import dnn.engine.backend.Backend;
import dnn.engine.training.TrainingState;
import dnn.run.checkpoint.Surroundings;
import dnn.run.directory.DataFingerprint;
import dnn.run.directory.DataFingerprint.Items;
import dnn.run.directory.Manifest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rules for what must be as it was for a run to go on, and what may change. */
final class ResumeRules {
    /** Values that change how training goes on, and nothing of what it has learnt. */
    private static final List<String> OF_TRAINING = List.of(
            KeyPaths.TRAINING_EPOCHS,
            KeyPaths.TRAINING_OPTIMIZER_LEARNING_RATE,
            KeyPaths.TRAINING_SCHEDULE,
            KeyPaths.TRAINING_WARMUP,
            KeyPaths.TRAINING_REGULARIZATION,
            KeyPaths.TRAINING_GRADIENT_CLIPPING,
            KeyPaths.TRAINING_EARLY_STOPPING_PATIENCE);

    /** Values that never change a result. */
    private static final List<String> OF_NO_RESULT =
            List.of(KeyPaths.TRAINING_CHECKPOINTS, KeyPaths.ENGINE_THREADS, KeyPaths.CHECKS, KeyPaths.DESCRIPTION);

    private static final int FEW_DIGITS = 12;

    private ResumeRules() {}

    /** A finding for each difference that a run cannot take. */
    static List<Diagnostic> kept(List<ChangedValue> differences) {
        List<String> allowed = new ArrayList<>(OF_TRAINING);
        allowed.addAll(OF_NO_RESULT);
        return differences.stream()
                .filter(difference -> !isWithin(difference, allowed))
                .map(difference -> ResumeDiagnostics.keptValue(
                        difference.path(), difference.before(), difference.after(), allowed))
                .toList();
    }

    /** Tells whether any difference changes how training goes on. */
    static boolean changeTraining(List<ChangedValue> differences) {
        return differences.stream().anyMatch(difference -> !isWithin(difference, OF_NO_RESULT));
    }

    private static boolean isWithin(ChangedValue difference, List<String> keys) {
        return keys.stream().anyMatch(key -> ValuePath.isWithin(difference.path(), key));
    }

    /** Findings about data that are not what they were when the run began. */
    static List<Diagnostic> data(Path run, DataFingerprint now) throws IOException {
        Optional<DataFingerprint> before = DataFingerprint.in(run);
        if (before.isEmpty()) {
            return List.of();
        }
        List<Diagnostic> findings = new ArrayList<>();
        for (String file : union(before.get().files(), now.files())) {
            String had = inWords(before.get().files().get(file));
            String has = inWords(now.files().get(file));
            if (!had.equals(has)) {
                findings.add(ResumeDiagnostics.changedFile(file, had, has));
            }
        }
        if (findings.isEmpty()) {
            for (String split : union(before.get().splits(), now.splits())) {
                String were = inWords(before.get().splits().get(split));
                String are = inWords(now.splits().get(split));
                if (!were.equals(are)) {
                    findings.add(ResumeDiagnostics.changedItems(split, were, are));
                }
            }
        }
        return findings;
    }

    private static Set<String> union(Map<String, ?> first, Map<String, ?> second) {
        Set<String> names = new LinkedHashSet<>(first.keySet());
        names.addAll(second.keySet());
        return names;
    }

    private static String inWords(Manifest.@org.jspecify.annotations.Nullable Entry file) {
        return file == null ? "no part in it" : file.bytes() + " bytes with SHA-256 " + begun(file.sha256());
    }

    private static String inWords(@org.jspecify.annotations.Nullable Items items) {
        return items == null ? "none" : items.items() + " with SHA-256 " + begun(items.sha256());
    }

    private static String begun(String sha256) {
        return sha256.substring(0, Math.min(FEW_DIGITS, sha256.length())) + "…";
    }

    /** A finding where other arithmetic would go on. */
    static List<Diagnostic> backend(Surroundings before, Backend now) {
        String was = before.backend() + ", " + before.precision();
        String is = now.id() + ", " + now.precision().name().toLowerCase(Locale.ROOT);
        return was.equals(is) ? List.of() : List.of(ResumeDiagnostics.otherBackend(was, is));
    }

    /** A finding where training would end before the epoch that has begun. */
    static List<Diagnostic> epochs(TrainingState from, Experiment wanted) {
        int begun = from.step() == 0 ? from.epoch() - 1 : from.epoch();
        return wanted.training().epochs() < begun
                ? List.of(ResumeDiagnostics.epochsBehind(wanted.training().epochs(), begun))
                : List.of();
    }
}
