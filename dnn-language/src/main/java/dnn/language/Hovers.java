package dnn.language;

import dnn.api.equation.ForwardEquations;
import dnn.api.path.KeyPaths;
import dnn.api.path.ValuePath;
import dnn.api.plan.PlannedLayer;
import dnn.api.profile.ColumnProfile;
import dnn.api.profile.DataProfile;
import dnn.config.diagnostic.Catalogue;
import dnn.config.fix.TextLines.Point;
import dnn.config.schema.KeyReference;
import dnn.config.yaml.Grammar.RecordGrammar;
import dnn.config.yaml.Merge;
import dnn.config.yaml.ScalarNode;
import dnn.config.yaml.ValueType;
import dnn.language.tree.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Explains keys, choices, layers and columns. */
final class Hovers {
    private final GoodState state;
    private final Optional<DataProfile> profile;

    private Hovers(GoodState state, Optional<DataProfile> profile) {
        this.state = state;
        this.profile = profile;
    }

    static Optional<Hover> at(GoodState state, Optional<DataProfile> profile, Point point) {
        Optional<Place> found =
                state.tree().at(point).filter(place -> !place.path().isEmpty());
        Hovers hovers = new Hovers(state, profile);
        return found.flatMap(
                place -> place.key().filter(key -> point.isIn(key.span())).isPresent()
                        ? hovers.key(place)
                        : hovers.value(place).or(() -> hovers.key(place)));
    }

    private Optional<Hover> key(Place place) {
        Optional<ScalarNode> key = place.key();
        Optional<String> text = place.field().map(field -> reference(field.reference()));
        if (text.isEmpty() && key.isPresent()) {
            String name = key.get().text();
            text = place.path().equals(Merge.EXTENDS)
                    ? Optional.of(reference(KeyReference.EXTENDS))
                    : isCode(place) ? finding(name) : choices(place).or(() -> column(place, name));
        }
        return text.map(
                said -> new Hover(key.map(ScalarNode::span).orElse(place.node().span()), said));
    }

    private Optional<Hover> value(Place place) {
        Optional<String> text = state.plan()
                .layerAt(place.path())
                .or(() -> place.around().isPresent() ? layerNamedBy(place) : Optional.empty())
                .map(this::layer)
                .or(() -> choice(place));
        if (text.isEmpty() && place.node() instanceof ScalarNode scalar) {
            text = column(place, scalar.text());
        }
        return text.map(said -> new Hover(place.node().span(), said));
    }

    /** The layer whose kind this value chooses. */
    private Optional<PlannedLayer> layerNamedBy(Place place) {
        int dot = place.path().lastIndexOf('.');
        boolean chooses = place.key()
                .filter(key ->
                        place.around().filter(form -> form.isChoice(key.text())).isPresent())
                .isPresent();
        return chooses && dot > 0 ? state.plan().layerAt(place.path().substring(0, dot)) : Optional.empty();
    }

    private static String reference(KeyReference key) {
        List<String> facts = new ArrayList<>(List.of("**" + key.key() + "**", key.type()));
        if (!key.fallback().isEmpty()) {
            facts.add(key.isRequired() ? key.fallback() : "default " + key.fallback());
        }
        if (!key.bounds().isEmpty()) {
            facts.add(key.bounds());
        }
        return String.join(" · ", facts) + (key.meaning().isEmpty() ? "" : "\n\n" + key.meaning());
    }

    /** The names that a key chooses among. */
    private static Optional<String> choices(Place place) {
        return place.type()
                .filter(ValueType.Choice.class::isInstance)
                .flatMap(type -> place.around())
                .flatMap(form -> form.choice())
                .map(union -> "**" + union.discriminator() + "** · one of "
                        + union.names().stream().map(name -> "`" + name + "`").collect(Collectors.joining(", ")));
    }

    private Optional<String> choice(Place place) {
        if (!(place.node() instanceof ScalarNode scalar)) {
            return Optional.empty();
        }
        return place.form()
                .or(place::around)
                .flatMap(form -> form.choice())
                .filter(union ->
                        place.type().filter(type -> isOf(type, union.type())).isPresent())
                .flatMap(union -> union.named(scalar.text()))
                .map(record -> described(scalar.text(), record));
    }

    private static boolean isOf(ValueType type, Class<?> union) {
        ValueType present = type instanceof ValueType.Maybe maybe ? maybe.value() : type;
        return present instanceof ValueType.Choice choice && choice.type() == union;
    }

    private static String described(String name, RecordGrammar record) {
        String options = record.components().stream()
                .map(component -> KeyReference.of(record, component))
                .map(key -> "- `" + key.key() + "`: " + key.type()
                        + (key.fallback().isEmpty()
                                ? ""
                                : key.isRequired() ? ", required" : ", default " + key.fallback()))
                .collect(Collectors.joining("\n"));
        return "**" + name + "**\n\n" + KeyReference.meaningOf(record.type())
                + (options.isEmpty() ? "" : "\n\n" + options);
    }

    private String layer(PlannedLayer layer) {
        String head = "**" + layer.name() + "** · " + layer.input() + " → " + layer.output()
                + (layer.trainedNumbers() > 0 ? " · " + Hints.parameters(layer.trainedNumbers()) : "");
        List<String> lines = layer.hasWeights()
                ? new ForwardEquations(state.plan(), "m").lines(layer.number())
                : layer.spec().effect().isEmpty()
                        ? List.of()
                        : List.of("A ← " + layer.spec().effect());
        String equations = lines.isEmpty() ? "" : "\n\n```text\n" + String.join("\n", lines) + "\n```";
        return head + "\n\n" + KeyReference.meaningOf(layer.spec().getClass()) + equations;
    }

    private Optional<String> column(Place place, String name) {
        return profile.filter(data -> ValuePath.isWithin(place.path(), KeyPaths.DATA))
                .flatMap(data -> data.column(name))
                .map(Hovers::column);
    }

    private static String column(ColumnProfile column) {
        List<String> facts = new ArrayList<>(
                List.of("**" + column.name() + "**", column.type().name().toLowerCase(java.util.Locale.ROOT)));
        if (!Double.isNaN(column.numbers().minimum())) {
            facts.add(number(column.numbers().minimum()) + " to "
                    + number(column.numbers().maximum()));
        }
        facts.add(column.distinct() + " different");
        facts.add(column.missing() + " missing");
        return String.join(" · ", facts);
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : String.valueOf(value);
    }

    private static boolean isCode(Place place) {
        return place.path().startsWith("checks.");
    }

    private static Optional<String> finding(String code) {
        return Catalogue.find(code).map(entry -> "**" + code + "** · " + entry.title());
    }
}
