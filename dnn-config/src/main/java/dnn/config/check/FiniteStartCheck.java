package dnn.config.check;

import dnn.api.EngineSettings;
import dnn.api.initializer.Constant;
import dnn.api.initializer.Explicit;
import dnn.api.initializer.Initializer;
import dnn.api.path.KeyPaths;
import dnn.api.shape.TensorSpec;
import dnn.config.diagnostic.InitializationDiagnostics;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Initial numbers that float32, where it computes, does not hold (I209): they would be infinite from the start. */
final class FiniteStartCheck implements Check {
    /** No draw is so many times the usual size. */
    private static final double FAR = 64;

    @Override
    public void check(Subject subject) {
        if (!isFloat32(subject.experiment().engine()) || !subject.isUsable(KeyPaths.ENGINE_PRECISION)) {
            return;
        }
        Set<String> reported = new HashSet<>();
        for (CheckedNetwork.Layer layer : subject.network().weighted()) {
            if (!layer.readable()) {
                continue;
            }
            check(subject, layer, subject.network().weightsOf(layer), TensorSpec.WEIGHTS, reported);
            check(subject, layer, subject.network().biasesOf(layer), TensorSpec.BIASES, reported);
        }
    }

    private static boolean isFloat32(EngineSettings engine) {
        return switch (engine.precision()) {
            case FLOAT32 -> true;
            case FLOAT64 -> false;
            case AUTO -> !engine.backend().equals(new EngineSettings.Backend.CommonsMath());
        };
    }

    private static void check(
            Subject subject,
            CheckedNetwork.Layer layer,
            Optional<CheckedNetwork.Start> start,
            String role,
            Set<String> reported) {
        if (start.isEmpty() || start.get().path().isEmpty()) {
            return;
        }
        Initializer initializer = start.get().initializer();
        int inputs = Math.max(1, layer.input().size());
        int outputs = Math.max(1, layer.output().size());
        OptionalDouble written = written(initializer);
        double drawn = Math.sqrt(initializer.meanSquare(inputs, outputs));
        if (written.isPresent() ? isTooLarge(written.getAsDouble()) : drawn > Float.MAX_VALUE / FAR) {
            if (reported.add(start.get().path())) {
                subject.report(
                        InitializationDiagnostics.beyondFloat32(start.get().path(), role, layer.name(), written));
            }
        }
    }

    private static boolean isTooLarge(double number) {
        return Double.isFinite(number) && Float.isInfinite((float) number);
    }

    /** The number farthest from 0 of those that are written out. */
    private static OptionalDouble written(Initializer initializer) {
        if (initializer instanceof Constant constant) {
            return OptionalDouble.of(constant.value());
        }
        if (initializer instanceof Explicit explicit) {
            double[] all = explicit.values().flattened();
            return Arrays.stream(all).reduce((a, b) -> Math.abs(a) >= Math.abs(b) ? a : b);
        }
        return OptionalDouble.empty();
    }
}
