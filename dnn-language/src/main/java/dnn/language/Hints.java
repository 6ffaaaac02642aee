package dnn.language;

import dnn.api.path.KeyPaths;
import dnn.api.plan.PlannedLayer;
import dnn.api.profile.DataProfile;
import dnn.api.shape.TensorSpec;
import dnn.config.diagnostic.Span;
import dnn.config.fix.TextLines.Point;
import dnn.language.tree.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Remarks behind layers and data. */
final class Hints {
    private Hints() {}

    static List<Hint> of(GoodState state, Optional<DataProfile> profile) {
        List<Hint> hints = new ArrayList<>();
        for (Place place : state.tree().places()) {
            if (place.path().equals(KeyPaths.DATA_SOURCE)) {
                profile.filter(data -> data.items() > 0).ifPresent(data -> hints.add(behind(place, data(data))));
            } else {
                state.plan()
                        .layerAt(place.path())
                        .filter(layer -> layer.readable() && layer.output().isKnown())
                        .ifPresent(layer -> hints.add(behind(place, layer(layer))));
            }
        }
        return hints;
    }

    /** Behind the value, or behind the first line of one that fills several. */
    private static Hint behind(Place place, String text) {
        Span span = place.node().span();
        boolean oneLine = span.line() == span.endLine();
        return new Hint(new Point(span.line(), oneLine ? span.endColumn() : Integer.MAX_VALUE), text);
    }

    private static String layer(PlannedLayer layer) {
        String shape = "→ " + layer.output();
        List<TensorSpec> trained =
                layer.tensors().stream().filter(TensorSpec::trained).toList();
        if (trained.isEmpty() || layer.trainedNumbers() < 0) {
            return shape;
        }
        return shape + "  " + tensors(layer) + parameters(layer.trainedNumbers());
    }

    /** W with its shape; the other tensors follow from it. */
    private static String tensors(PlannedLayer layer) {
        return layer.tensors().stream()
                .filter(tensor -> tensor.role().equals(TensorSpec.WEIGHTS))
                .map(tensor -> "W " + tensor.shape() + ", ")
                .collect(Collectors.joining());
    }

    static String parameters(long count) {
        return count(count, "parameter", "parameters");
    }

    private static String data(DataProfile data) {
        List<String> parts = new ArrayList<>(List.of(count(data.items(), "item", "items")));
        data.inputs().ifPresent(inputs -> parts.add(count(inputs, "input", "inputs")));
        data.target()
                .filter(target -> !target.classes().isEmpty())
                .ifPresent(target -> parts.add(count(target.classes().size(), "class", "classes")));
        return String.join(", ", parts);
    }

    private static String count(long count, String one, String many) {
        return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : many);
    }
}
