package dnn.config.check;

import dnn.api.path.KeyPaths;
import dnn.api.path.ValuePath;
import dnn.api.profile.ColumnProfile;
import dnn.api.profile.DataProfile;
import dnn.api.shape.ShapeConflict;
import dnn.api.shape.TensorSpec;
import dnn.config.diagnostic.ShapeDiagnostics;
import dnn.config.diagnostic.YamlDiagnostics;
import dnn.config.word.Spelling;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Checks whether layers fit each other and the data, and whether their names tell them apart: S104, S109, S110, Y003.
 */
final class ShapeCheck implements Check {
    @Override
    public void check(Subject subject) {
        inputs(subject);
        conflicts(subject);
        names(subject);
        initializedLayers(subject);
    }

    private static void inputs(Subject subject) {
        OptionalInt given = subject.dataInputs();
        OptionalInt written = subject.experiment().architecture().inputs();
        if (written.isEmpty() || given.isEmpty() || !subject.isUsable(CheckedNetwork.INPUTS)) {
            return;
        }
        int declared = written.getAsInt();
        int found = given.getAsInt();
        if (declared != found) {
            subject.report(ShapeDiagnostics.inputs(
                    CheckedNetwork.INPUTS,
                    declared,
                    found,
                    KeyPaths.DATA_SOURCE,
                    subject.profile().map(ShapeCheck::features).orElse(List.of()),
                    subject.profile().flatMap(profile -> likelyToDrop(profile, found - declared)),
                    subject.replace(CheckedNetwork.INPUTS, String.valueOf(found))));
        }
    }

    private static List<String> features(DataProfile profile) {
        Map<String, ColumnProfile> byName = profile.byName();
        return profile.features().stream()
                .map(name -> Optional.ofNullable(byName.get(name))
                        .filter(column -> column.encodedWidth() > 1)
                        .map(column -> name + " (" + column.encodedWidth() + ")")
                        .orElse(name))
                .toList();
    }

    /** A feature as wide as the surplus, by preference one that numbers the rows. */
    private static Optional<String> likelyToDrop(DataProfile profile, int surplus) {
        Map<String, ColumnProfile> byName = profile.byName();
        List<ColumnProfile> fitting = profile.features().stream()
                .flatMap(name -> Optional.ofNullable(byName.get(name)).stream())
                .filter(column -> column.encodedWidth() == surplus)
                .toList();
        return fitting.stream()
                .filter(column -> column.isIdentifier(profile.items()))
                .findFirst()
                .or(() -> fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty())
                .map(ColumnProfile::name);
    }

    private static void conflicts(Subject subject) {
        for (CheckedNetwork.Layer layer : subject.network().layers()) {
            if (layer.planned().conflict().isPresent()) {
                ShapeConflict conflict = layer.planned().conflict().get();
                String path = ValuePath.child(layer.path(), conflict.key());
                subject.report(ShapeDiagnostics.asserted(
                        path,
                        layer.name(),
                        inner(conflict.declared().toString()),
                        inner(conflict.found().toString()),
                        subject.network().inputPath(layer),
                        layer.origin().map(CheckedNetwork.Layer::number).orElse(0),
                        subject.replace(path, inner(conflict.found().toString()))));
            }
        }
    }

    private static String inner(String shape) {
        return shape.substring(1, shape.length() - 1);
    }

    private static void names(Subject subject) {
        Map<String, String> first = new HashMap<>();
        for (CheckedNetwork.Layer layer : subject.network().layers()) {
            String before = first.putIfAbsent(layer.name(), named(layer));
            if (before != null
                    && subject.isUsable(layer.path())
                    && subject.network().isComplete()) {
                subject.report(YamlDiagnostics.duplicateLayer(layer.name(), named(layer), before));
            }
        }
    }

    private static String named(CheckedNetwork.Layer layer) {
        return layer.spec().name().isPresent() ? ValuePath.child(layer.path(), "name") : layer.path();
    }

    private static void initializedLayers(Subject subject) {
        if (!subject.network().isComplete()) {
            return;
        }
        List<String> weighted = subject.network().layers().stream()
                .filter(ShapeCheck::isInitialized)
                .map(CheckedNetwork.Layer::name)
                .toList();
        for (String name : subject.experiment().initialization().layers().keySet()) {
            String path = ValuePath.child(KeyPaths.INITIALIZATION_LAYERS, name);
            Optional<CheckedNetwork.Layer> layer = subject.network().layers().stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst();
            if (layer.isEmpty()) {
                subject.report(ShapeDiagnostics.noSuchLayer(
                                path,
                                name,
                                weighted,
                                Spelling.certainName(name, weighted).flatMap(near -> subject.renameKey(path, near)))
                        .at(subject.keySpanOf(path)));
            } else if (!isInitialized(layer.get())) {
                subject.report(ShapeDiagnostics.nothingToInitialize(
                                path, name, layer.get().path(), weighted)
                        .at(subject.keySpanOf(path)));
            }
        }
    }

    /**
     * Tells whether `initialization` decides about a tensor of the layer; so it may where the layer could not be read.
     */
    private static boolean isInitialized(CheckedNetwork.Layer layer) {
        return !layer.readable()
                ? layer.spec().hasWeights()
                : layer.planned().tensors().stream()
                        .anyMatch(tensor -> tensor.start() instanceof TensorSpec.Start.Rule);
    }
}
