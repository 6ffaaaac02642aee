package dnn.language;

import dnn.api.path.KeyPaths;
import dnn.api.path.ValuePath;
import dnn.api.plan.PlannedLayer;
import dnn.config.LoadedExperiment;
import dnn.config.diagnostic.Span;
import dnn.config.fix.TextLines.Point;
import dnn.config.yaml.AliasPlace;
import dnn.config.yaml.Merge;
import dnn.language.tree.Place;
import java.util.Optional;

/** The places where what is named elsewhere stands. */
final class Definitions {
    private Definitions() {}

    static Optional<Span> of(GoodState state, LoadedExperiment loaded, Point point) {
        Optional<Span> anchor = state.aliases().stream()
                .filter(alias -> point.isIn(alias.place()))
                .map(AliasPlace::anchored)
                .findFirst();
        return anchor.or(() -> state.tree()
                .at(point)
                .flatMap(place -> place.path().equals(Merge.EXTENDS)
                        ? loaded.sources().keySet().stream().skip(1).findFirst().map(Span::startOf)
                        : layer(state, loaded, place)));
    }

    private static Optional<Span> layer(GoodState state, LoadedExperiment loaded, Place place) {
        return place.key()
                .filter(key -> place.path().equals(ValuePath.child(KeyPaths.INITIALIZATION_LAYERS, key.text())))
                .flatMap(key -> state.plan().layers().stream()
                        .filter(layer -> layer.name().equals(key.text()))
                        .map(PlannedLayer::path)
                        .findFirst())
                .flatMap(loaded::spanOf);
    }
}
