package dnn.config.check;

import dnn.api.initializer.Explicit;
import dnn.api.initializer.Initializer;
import dnn.api.layer.Dropout;
import dnn.api.path.ValuePath;
import dnn.config.diagnostic.InitializationDiagnostics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Neurons of a hidden layer whose written rows, biases and outgoing columns are equal, while others differ (I203);
 * where all are equal, that is I202.
 */
final class TwinNeuronsCheck implements Check {
    @Override
    public void check(Subject subject) {
        List<CheckedNetwork.Layer> weighted = subject.network().weighted();
        if (!subject.network().isComplete()) {
            return;
        }
        for (int i = 0; i + 1 < weighted.size(); i++) {
            CheckedNetwork.Layer layer = weighted.get(i);
            CheckedNetwork.Layer next = weighted.get(i + 1);
            Optional<CheckedNetwork.Start> weights = subject.network().weightsOf(layer);
            Optional<CheckedNetwork.Start> biases = subject.network().biasesOf(layer);
            Optional<CheckedNetwork.Start> outgoing = subject.network().weightsOf(next);
            if (weights.isPresent()
                    && biases.isPresent()
                    && outgoing.isPresent()
                    && weights.get().initializer() instanceof Explicit explicit
                    && !dropsBetween(subject, layer, next)) {
                twins(subject, layer, weights.get(), explicit, biases.get(), outgoing.get());
            }
        }
    }

    private static boolean dropsBetween(Subject subject, CheckedNetwork.Layer from, CheckedNetwork.Layer to) {
        return subject.network().layers().subList(from.index(), to.index()).stream()
                .anyMatch(layer -> layer.spec() instanceof Dropout dropout && dropout.rate() > 0);
    }

    private static void twins(
            Subject subject,
            CheckedNetwork.Layer layer,
            CheckedNetwork.Start weights,
            Explicit explicit,
            CheckedNetwork.Start biases,
            CheckedNetwork.Start outgoing) {
        int units = explicit.values().rows().size();
        if (units != layer.output().size() || !subject.isUsable(weights.path())) {
            return;
        }
        Map<List<Object>, Integer> first = new HashMap<>();
        List<int[]> pairs = new ArrayList<>();
        for (int unit = 0; unit < units; unit++) {
            Optional<Object> bias = ofUnit(biases.initializer(), unit, false);
            Optional<Object> column = ofUnit(outgoing.initializer(), unit, true);
            if (bias.isEmpty() || column.isEmpty()) {
                return;
            }
            List<Object> neuron = List.of(explicit.values().rows().get(unit), bias.get(), column.get());
            Integer before = first.putIfAbsent(neuron, unit);
            if (before != null) {
                pairs.add(new int[] {before, unit});
            }
        }
        if (first.size() > 1) {
            String values = ValuePath.child(weights.path(), "values");
            for (int[] pair : pairs) {
                subject.report(InitializationDiagnostics.twins(
                        ValuePath.element(values, pair[1]),
                        ValuePath.element(values, pair[0]),
                        layer.number(),
                        pair[0] + 1,
                        pair[1] + 1));
            }
        }
    }

    /**
     * The start of a neuron: its number or row, its column of the weights that read it; the same for all where every
     * number is; nothing where it is random.
     */
    private static Optional<Object> ofUnit(Initializer initializer, int unit, boolean column) {
        if (initializer.isConstant()) {
            return Optional.of("the same");
        }
        if (!(initializer instanceof Explicit explicit)) {
            return Optional.empty();
        }
        List<List<Double>> rows = explicit.values().rows();
        if (column) {
            return rows.stream().allMatch(row -> unit < row.size())
                    ? Optional.of(rows.stream().map(row -> row.get(unit)).toList())
                    : Optional.empty();
        }
        if (explicit.values().nested()) {
            return unit < rows.size() ? Optional.of(rows.get(unit)) : Optional.empty();
        }
        return unit < rows.get(0).size() ? Optional.of(rows.get(0).get(unit)) : Optional.empty();
    }
}
