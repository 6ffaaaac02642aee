package dnn.language;

import dnn.api.path.ValuePath;
import dnn.api.plan.PlannedLayer;
import dnn.config.diagnostic.Span;
import dnn.config.yaml.MappingNode;
import dnn.config.yaml.ScalarNode;
import dnn.config.yaml.SequenceNode;
import dnn.config.yaml.YamlNode;
import dnn.language.tree.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The outline of a text. */
final class Symbols {
    private final GoodState state;
    private final Map<String, List<Place>> byHolder = new LinkedHashMap<>();

    private Symbols(GoodState state) {
        this.state = state;
        List<Place> open = new ArrayList<>();
        for (Place place : state.tree().places()) {
            while (!open.isEmpty() && !holds(open.get(open.size() - 1), place)) {
                open.remove(open.size() - 1);
            }
            String holder = open.isEmpty() ? "" : open.get(open.size() - 1).path();
            if (!place.path().isEmpty()) {
                byHolder.computeIfAbsent(holder, none -> new ArrayList<>()).add(place);
            }
            open.add(place);
        }
    }

    static List<Symbol> of(GoodState state) {
        return new Symbols(state).children("");
    }

    private static boolean holds(Place outer, Place inner) {
        return ValuePath.isWithin(inner.path(), outer.path());
    }

    private List<Symbol> children(String path) {
        return byHolder.getOrDefault(path, List.of()).stream()
                .flatMap(place -> symbol(place).stream())
                .toList();
    }

    /** Elements of a list have no name, unless they are layers. */
    private Optional<Symbol> symbol(Place place) {
        Optional<PlannedLayer> layer = state.plan().layerAt(place.path());
        if (layer.isEmpty() && place.key().isEmpty()) {
            return Optional.empty();
        }
        Span selection =
                place.key().map(ScalarNode::span).orElse(place.node().span().start());
        List<Symbol> children = layer.isPresent() ? List.of() : children(place.path());
        String name = layer.map(PlannedLayer::name)
                .orElseGet(() -> place.key().orElseThrow().text());
        String detail = layer.map(known -> known.output().toString()).orElseGet(() -> detail(place.node()));
        Symbol.Kind kind = layer.isPresent()
                ? Symbol.Kind.LAYER
                : place.node() instanceof ScalarNode ? Symbol.Kind.VALUE : Symbol.Kind.SECTION;
        return Optional.of(new Symbol(name.isBlank() ? "?" : name, detail, kind, place.whole(), selection, children));
    }

    private static String detail(YamlNode node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.text();
        } else if (node instanceof SequenceNode list && list.items().stream().allMatch(ScalarNode.class::isInstance)) {
            return list.items().stream().map(item -> ((ScalarNode) item).text()).collect(Collectors.joining(", "));
        }
        return node instanceof MappingNode mapping
                ? mapping.get("type").map(entry -> detail(entry.value())).orElse("")
                : "";
    }
}
