package dnn.run.outline;

import dnn.api.dataset.Dataset;
import dnn.api.plan.Plan;
import dnn.api.plan.PlannedLayer;
import dnn.api.profile.ProbeReport;
import dnn.api.shape.TensorSpec;
import dnn.engine.network.Network;
import dnn.engine.network.ParameterTensor;
import dnn.engine.probe.Probe;
import dnn.run.saved.SavedRun;
import dnn.run.text.ReadableNumbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The numbers that one layer of a trained network keeps, and what strikes the eye in them.
 *
 * @param name of the layer
 * @param number l; 0 for a layer that is not counted
 * @param inputs what the columns of its weights are called: inputs by name, units of the layer before by number
 * @param readsInputs whether those are the network's inputs
 * @param tensors its numbers
 * @param equalUnits groups of units, from 0, that have the same numbers in every tensor as far as they are shown
 * @param dead units that are 0 for every item of the training split; empty where that is not known or cannot be
 */
public record LayerNumbers(
        String name,
        int number,
        List<String> inputs,
        boolean readsInputs,
        List<ParameterTensor> tensors,
        List<List<Integer>> equalUnits,
        OptionalInt dead) {
    public LayerNumbers {
        inputs = List.copyOf(inputs);
        tensors = List.copyOf(tensors);
        equalUnits = List.copyOf(equalUnits);
    }

    /**
     * Of each layer that keeps numbers, in their order.
     *
     * @param items of the training split, to find dead units; empty where they are no longer there
     */
    public static List<LayerNumbers> of(SavedRun run, Optional<Dataset> items) {
        Network network = run.network();
        List<ProbeReport.Rectified> rectified = items.map(train -> Probe.deadUnits(run.experiment(), network, train))
                .orElse(List.of());
        Map<String, List<ParameterTensor>> byLayer = new LinkedHashMap<>();
        network.parameters()
                .forEach(tensor -> byLayer.computeIfAbsent(tensor.layer(), name -> new ArrayList<>())
                        .add(tensor));
        List<LayerNumbers> found = new ArrayList<>();
        for (PlannedLayer layer : network.plan().layers()) {
            List<ParameterTensor> tensors = byLayer.getOrDefault(layer.name(), List.of());
            if (!tensors.isEmpty()) {
                boolean first = readsInputs(network.plan(), layer);
                found.add(new LayerNumbers(
                        layer.name(),
                        layer.number(),
                        first
                                ? run.preprocessor().inputNames()
                                : numbered(layer.input().size()),
                        first,
                        tensors,
                        equal(tensors),
                        dead(rectified, layer, network.plan())));
            }
        }
        return List.copyOf(found);
    }

    /** W, the rows of which are units and its columns what they read; empty for a layer without. */
    public Optional<ParameterTensor> weights() {
        return tensors.stream()
                .filter(tensor -> tensor.role().equals(TensorSpec.WEIGHTS))
                .findFirst();
    }

    /** All tensors but W: a number a unit each. */
    public List<ParameterTensor> vectors() {
        return tensors.stream()
                .filter(tensor -> !tensor.role().equals(TensorSpec.WEIGHTS))
                .toList();
    }

    /** The number of its units. */
    public int units() {
        return tensors.get(0).rows();
    }

    /** The lecture's name of a tensor, or its role. */
    public String symbol(ParameterTensor tensor) {
        return switch (number == 0 ? "" : tensor.role()) {
            case TensorSpec.WEIGHTS -> "W[" + number + "]";
            case TensorSpec.BIASES -> "b[" + number + "]";
            default -> tensor.role();
        };
    }

    private static List<String> numbered(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(String::valueOf).toList();
    }

    /** Tells whether each number that reaches a layer is one of the network's inputs, changed on the way at most. */
    private static boolean readsInputs(Plan plan, PlannedLayer layer) {
        int source = layer.inputs().get(0);
        while (source != Plan.INPUT) {
            PlannedLayer before = plan.layers().get(source);
            if (before.hasWeights()
                    || before.inputs().size() > 1
                    || !before.input().equals(before.output())) {
                return false;
            }
            source = before.inputs().get(0);
        }
        return layer.input().equals(plan.input());
    }

    /** The dead units of the rectifier that a layer applies, or that follows it. */
    private static OptionalInt dead(List<ProbeReport.Rectified> rectified, PlannedLayer layer, Plan plan) {
        return rectified.stream()
                .filter(each -> each.index() == layer.index()
                        || (plan.layers().get(each.index()).tensors().isEmpty()
                                && plan.layers().get(each.index()).inputs().equals(List.of(layer.index()))))
                .mapToInt(ProbeReport.Rectified::dead)
                .findFirst();
    }

    private static List<List<Integer>> equal(List<ParameterTensor> tensors) {
        Map<String, List<Integer>> byNumbers = new LinkedHashMap<>();
        for (int unit = 0; unit < tensors.get(0).rows(); unit++) {
            StringBuilder shown = new StringBuilder();
            for (ParameterTensor tensor : tensors) {
                for (int column = 0; column < tensor.columns(); column++) {
                    shown.append(ReadableNumbers.figure(tensor.values()[unit * tensor.columns() + column]))
                            .append(' ');
                }
            }
            byNumbers
                    .computeIfAbsent(shown.toString(), none -> new ArrayList<>())
                    .add(unit);
        }
        return byNumbers.values().stream()
                .filter(units -> units.size() > 1)
                .map(List::copyOf)
                .toList();
    }
}
