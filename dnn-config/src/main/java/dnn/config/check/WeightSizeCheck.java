package dnn.config.check;

import dnn.api.activation.Activation;
import dnn.api.initializer.Normal;
import dnn.api.initializer.Uniform;
import dnn.config.diagnostic.InitializationDiagnostics;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The expected size of W·A, layer by layer, for inputs of size 1 (I205): n_in · E[w²] · E[a²], and E[a²] of the next
 * layer's inputs from it (He et al., 2015, with bounds for activations that saturate). Weights drawn as He or Xavier
 * have it keep that size near 1 in every layer. Biases are left out: they hide neither an input that is drowned nor
 * weights that saturate; a normalization makes either size 1.
 */
final class WeightSizeCheck implements Check {
    private static final double LARGEST = 100;
    private static final double SMALLEST = 1e-4;

    @Override
    public void check(Subject subject) {
        if (!subject.network().isComplete()) {
            return;
        }
        List<Double> sizes = new ArrayList<>();
        Set<String> reported = new HashSet<>();
        double reaching = 1;
        for (CheckedNetwork.Layer layer : subject.network().weighted()) {
            Optional<CheckedNetwork.Start> weights = subject.network().weightsOf(layer);
            Optional<Activation> activation = subject.network().activationAfter(layer);
            int inputs = layer.input().size();
            int outputs = layer.output().size();
            if (weights.isEmpty() || activation.isEmpty() || inputs <= 0 || outputs <= 0) {
                return;
            }
            double square = inputs * weights.get().initializer().meanSquare(inputs, outputs) * reaching;
            if (square == 0) {
                return; // weights of 0 are another matter (I201)
            }
            double size = Math.sqrt(square);
            sizes.add(size);
            double usual = activation.get().recommendedWeights().meanSquare(inputs, outputs);
            double own = weights.get().initializer().meanSquare(inputs, outputs);
            boolean amiss = size > LARGEST ? own > usual : size < SMALLEST && own < usual;
            boolean chosen = weights.get().initializer() instanceof Normal
                    || weights.get().initializer() instanceof Uniform;
            boolean normalized = isNormalized(subject, layer);
            if (chosen && amiss && !normalized && reported.add(weights.get().path())) {
                subject.report(InitializationDiagnostics.unusualSize(
                        weights.get().path(), layer.number(), List.copyOf(sizes), Math.sqrt(usual)));
            }
            reaching = after(activation.get(), normalized ? 1 : square);
        }
    }

    /** Tells whether a layer behind W·A makes its size what it should be. */
    private static boolean isNormalized(Subject subject, CheckedNetwork.Layer layer) {
        return subject.network().followers(layer).stream()
                .anyMatch(follower -> follower.spec().normalizes());
    }

    private static double after(Activation activation, double square) {
        Activation.Range range = activation.range();
        double bound = Math.max(Math.abs(range.low()), Math.abs(range.high()));
        if (Double.isFinite(bound)) {
            double slope = activation.derivativeAtZero();
            return Math.min(activation.atZero() * activation.atZero() + slope * slope * square, bound * bound);
        }
        return activation.isRectifier() ? square / 2 : square;
    }
}
