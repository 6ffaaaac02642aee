package dnn.config.check;

import dnn.api.Initialization;
import dnn.api.Training;
import dnn.api.data.Clipping;
import dnn.api.data.Split;
import dnn.api.initializer.Initializer;
import dnn.api.initializer.Uniform;
import dnn.api.path.KeyPaths;
import dnn.api.path.ValuePath;
import dnn.config.diagnostic.Related;
import dnn.config.diagnostic.UserText;
import dnn.config.diagnostic.ValueDiagnostics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Values that are wrong only together: shares that do not sum to 1 (Y012), bounds in the wrong order (Y011). */
final class ValueCheck implements Check {
    private static final double TOLERANCE = 1e-6;

    @Override
    public void check(Subject subject) {
        split(subject);
        Initialization initialization = subject.experiment().initialization();
        bounds(subject, KeyPaths.INITIALIZATION_WEIGHTS, initialization.weights());
        bounds(subject, KeyPaths.INITIALIZATION_BIASES, Optional.of(initialization.biases()));
        initialization.layers().forEach((name, layer) -> {
            String path = ValuePath.child(KeyPaths.INITIALIZATION_LAYERS, name);
            bounds(subject, ValuePath.child(path, "weights"), layer.weights());
            bounds(subject, ValuePath.child(path, "biases"), layer.biases());
        });
        ClipPlaces.of(subject.experiment().data().preprocessing()).forEach((path, clip) -> clip(subject, path, clip));
        minimumRate(subject, subject.experiment().training());
    }

    private static void clip(Subject subject, String path, Clipping clip) {
        if (subject.isUsable(path) && clip.upper() <= clip.lower()) {
            subject.report(ValueDiagnostics.clipSwapped(ValuePath.child(path, "upper"), clip.lower(), clip.upper()));
            subject.lose(path);
        }
    }

    private static void minimumRate(Subject subject, Training training) {
        double rate = training.optimizer().learningRate();
        String schedule = KeyPaths.TRAINING_SCHEDULE;
        double minimum = training.schedule().minimum();
        if (minimum > rate && subject.isUsable(schedule) && subject.isUsable(KeyPaths.TRAINING_OPTIMIZER)) {
            subject.report(ValueDiagnostics.minimumAboveRate(
                    schedule + ".minimum", minimum, KeyPaths.TRAINING_OPTIMIZER_LEARNING_RATE, rate));
            subject.lose(schedule);
        }
    }

    private static void split(Subject subject) {
        Split split = subject.experiment().data().split();
        String path = KeyPaths.DATA_SPLIT;
        double sum = split.train() + split.validation() + split.test();
        if (!subject.isUsable(path) || subject.hasUnknownKey(path) || Math.abs(sum - 1) <= TOLERANCE) {
            return;
        }
        List<Related> parts = new ArrayList<>();
        part(parts, subject, path + ".train", split.train());
        part(parts, subject, path + ".validation", split.validation());
        part(parts, subject, path + ".test", split.test());
        subject.report(ValueDiagnostics.splitSum(path, Math.rint(sum * 1e9) / 1e9, parts));
        subject.lose(path);
    }

    private static void part(List<Related> parts, Subject subject, String path, double share) {
        if (share != 0 || subject.spanOf(path).isPresent()) {
            parts.add(Related.at(path, UserText.number(share)));
        }
    }

    private static void bounds(Subject subject, String path, Optional<Initializer> initializer) {
        if (initializer.isPresent()
                && initializer.get() instanceof Uniform uniform
                && subject.isUsable(path)
                && uniform.high() <= uniform.low()) {
            String high = ValuePath.child(path, "high");
            subject.report(ValueDiagnostics.boundsSwapped(high, uniform.low(), uniform.high()));
            subject.lose(path);
        }
    }
}
