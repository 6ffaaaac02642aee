package dnn.language;

import dnn.api.Training;
import dnn.api.grammar.Names;
import dnn.api.path.KeyPaths;
import dnn.api.path.ValuePath;
import dnn.api.plan.Plan;
import dnn.api.plan.PlannedLayer;
import dnn.api.profile.ColumnProfile;
import dnn.api.profile.DataProfile;
import dnn.api.shape.Shape;
import dnn.config.yaml.ExperimentWriter;
import dnn.config.yaml.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Names that texts and free keys may be: columns of the data, layers, figures of a training.
 *
 * @param profile of the data, where it was read
 * @param plan with the layers
 * @param training with the metrics
 */
record KnownNames(Optional<DataProfile> profile, Optional<Plan> plan, Training training) {
    private static final String INPUTS = "inputs";
    private static final String NAME = "name";

    /** The names that a text at this path may be. */
    List<String> valuesAt(String path) {
        if (ValuePath.isWithin(path, KeyPaths.DATA)) {
            return columns();
        }
        return ValuePath.isWithin(path, KeyPaths.TRAINING) ? figures() : List.of();
    }

    /** The keys of a mapping that chooses them freely. */
    List<String> keysOf(String path) {
        if (path.equals(KeyPaths.INITIALIZATION_LAYERS)) {
            return plan.stream()
                    .flatMap(known -> known.layers().stream())
                    .filter(PlannedLayer::hasWeights)
                    .map(PlannedLayer::name)
                    .toList();
        }
        return ValuePath.isWithin(path, KeyPaths.DATA) ? columns() : List.of();
    }

    /** A value to begin with for a key whose value the layers or the data decide; nothing where none is known. */
    Optional<String> fitting(String holder, String key) {
        Optional<Shape> reaching = layerAt(holder)
                .map(PlannedLayer::input)
                .or(() -> plan.filter(known -> holder.equals(KeyPaths.ARCHITECTURE))
                        .map(Plan::input));
        if (key.equals(INPUTS)) {
            return reaching.filter(Shape::isKnown).map(shape -> String.valueOf(shape.size()));
        } else if (key.equals(NAME)) {
            return layerAt(holder).map(this::nameFor);
        }
        String path = holder.isEmpty() ? key : holder + "." + key;
        return ValuePath.isWithin(path, KeyPaths.DATA)
                ? columns().stream().reduce((first, last) -> last).map(KnownNames::written)
                : Optional.empty();
    }

    /** A name that says what a layer is for, and that no other layer has by default. */
    private String nameFor(PlannedLayer layer) {
        int last = plan.map(known -> known.weighted().size()).orElse(0);
        if (layer.hasWeights()) {
            return layer.number() == last ? "output" : "hidden" + layer.number();
        }
        return Names.of(layer.spec().getClass()) + "_" + (layer.index() + 1);
    }

    private Optional<PlannedLayer> layerAt(String path) {
        return plan.flatMap(known -> known.layerAt(path));
    }

    /** A name as it is written: in quotes where it would be read as something else. */
    static String written(String name) {
        return ExperimentWriter.writeValue(new ValueType.Text(), name);
    }

    /** A few words about a name. */
    String detail(String name) {
        return profile.flatMap(data -> data.column(name))
                .map(column -> column.type().name().toLowerCase(Locale.ROOT))
                .orElse("");
    }

    private List<String> columns() {
        return profile.stream()
                .flatMap(data -> data.columns().stream())
                .map(ColumnProfile::name)
                .toList();
    }

    private List<String> figures() {
        List<String> figures = new ArrayList<>();
        for (String split : List.of("validation.", "train.")) {
            figures.add(split + "loss");
            training.metricsFor(plan.map(known -> known.output().size()).orElse(1))
                    .forEach(metric -> figures.add(split + Names.of(metric.getClass())));
        }
        return figures;
    }
}
