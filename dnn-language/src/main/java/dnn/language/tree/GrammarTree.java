package dnn.language.tree;

import dnn.api.Experiment;
import dnn.api.path.ValuePath;
import dnn.config.fix.TextLines.Point;
import dnn.config.yaml.Grammar;
import dnn.config.yaml.Grammar.Component;
import dnn.config.yaml.Grammar.RecordGrammar;
import dnn.config.yaml.Grammar.UnionGrammar;
import dnn.config.yaml.MappingNode;
import dnn.config.yaml.ScalarNode;
import dnn.config.yaml.SequenceNode;
import dnn.config.yaml.ValueType;
import dnn.config.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every value of a text beside what the grammar says of it. A mapping that does not tell which record it is, since a
 * file below this one does, is taken for what the experiment has there.
 */
public final class GrammarTree {
    private final Grammar grammar;
    private final List<Place> places = new ArrayList<>();

    private GrammarTree(Grammar grammar) {
        this.grammar = grammar;
    }

    /**
     * The values of a tree.
     *
     * @param experiment that was read from it
     */
    public static GrammarTree of(YamlNode root, Grammar grammar, Experiment experiment) {
        GrammarTree tree = new GrammarTree(grammar);
        ValueType type = new ValueType.Mapping(Experiment.class);
        Optional<MappingForm> form = tree.form(type, root, experiment);
        tree.places.add(
                new Place("", Optional.empty(), root, Optional.of(type), Optional.empty(), form, Optional.empty()));
        form.ifPresent(keys -> tree.children("", root, keys, experiment));
        return tree;
    }

    /** Outer values before inner ones, else in the order written. */
    public List<Place> places() {
        return places;
    }

    /** The innermost value whose key or text holds this place. */
    public Optional<Place> at(Point point) {
        return places.stream()
                .filter(place -> place.path().isEmpty() || point.isIn(place.whole()))
                .reduce((outer, inner) -> inner);
    }

    /** The value at this path. */
    public Optional<Place> at(String path) {
        return places.stream().filter(place -> place.path().equals(path)).findFirst();
    }

    private void add(
            String path,
            Optional<ScalarNode> key,
            YamlNode node,
            Optional<ValueType> type,
            Optional<Field> field,
            Optional<MappingForm> around,
            @Nullable Object value) {
        Optional<MappingForm> form = type.flatMap(kind -> form(kind, node, value));
        places.add(new Place(path, key, node, type, field, form, around));
        if (node instanceof SequenceNode list) {
            elements(path, list, type, value);
        } else {
            children(path, node, form.orElse(MappingForm.NONE), value);
        }
    }

    private void elements(String path, SequenceNode list, Optional<ValueType> type, @Nullable Object value) {
        Optional<ValueType> element = type.map(GrammarTree::present)
                .filter(ValueType.Items.class::isInstance)
                .map(kind -> ((ValueType.Items) kind).element());
        for (int i = 0; i < list.items().size(); i++) {
            Object item = value instanceof List<?> values && i < values.size() ? values.get(i) : null;
            add(
                    ValuePath.element(path, i),
                    Optional.empty(),
                    list.items().get(i),
                    element,
                    Optional.empty(),
                    Optional.empty(),
                    item);
        }
    }

    private void children(String path, YamlNode node, MappingForm form, @Nullable Object value) {
        if (!(node instanceof MappingNode mapping)) {
            return;
        }
        for (MappingNode.Entry entry : mapping.entries()) {
            String key = entry.key().text();
            Optional<Field> field = form.field(key);
            Optional<ValueType> type = form.isChoice(key)
                    ? form.choice().map(union -> new ValueType.Choice(union.type()))
                    : field.map(known -> known.component().type()).or(form::values);
            add(
                    ValuePath.child(path, key),
                    Optional.of(entry.key()),
                    entry.value(),
                    type,
                    field,
                    Optional.of(form),
                    child(value, key, field));
        }
    }

    /** The value of a key, as it was read; nothing where it was not. */
    private static @Nullable Object child(@Nullable Object value, String key, Optional<Field> field) {
        if (value == null || value instanceof Map) {
            return value == null ? null : ((Map<?, ?>) value).get(key);
        }
        Object found = field.filter(known -> known.record().type().isInstance(value))
                .map(known -> known.component().valueIn(value))
                .orElse(null);
        return found instanceof Optional<?> optional ? optional.orElse(null) : found;
    }

    private static ValueType present(ValueType type) {
        return type instanceof ValueType.Maybe maybe ? present(maybe.value()) : type;
    }

    /** The keys of a value of this kind; nothing where it has none. */
    private Optional<MappingForm> form(ValueType type, YamlNode node, @Nullable Object value) {
        ValueType kind = present(type);
        if (kind instanceof ValueType.Mapping record) {
            return Optional.of(form(grammar.record(record.type()), node, value));
        } else if (kind instanceof ValueType.Choice choice) {
            UnionGrammar union = grammar.union(choice.type());
            return Optional.of(new MappingForm(chosen(union, node, value), Optional.of(union), Optional.empty()));
        } else if (kind instanceof ValueType.Entries entries) {
            return Optional.of(MappingForm.free(entries.value()));
        }
        return Optional.empty();
    }

    private MappingForm form(RecordGrammar record, YamlNode node, @Nullable Object value) {
        List<Field> fields = new ArrayList<>();
        Optional<UnionGrammar> choice = Optional.empty();
        for (Component component : record.components()) {
            if (component.inlined()) {
                UnionGrammar union = grammar.unionOf(component);
                choice = Optional.of(union);
                Object inner = record.type().isInstance(value) ? component.valueIn(value) : null;
                fields.addAll(chosen(union, node, inner));
            } else {
                fields.add(new Field(record, component));
            }
        }
        return new MappingForm(fields, choice, Optional.empty());
    }

    /** The keys of the record that is chosen; those of every record where none is. */
    private static List<Field> chosen(UnionGrammar union, YamlNode node, @Nullable Object value) {
        Optional<RecordGrammar> record = named(union, node)
                .or(() -> union.records().stream()
                        .filter(each -> each.type().isInstance(value))
                        .findFirst());
        Stream<RecordGrammar> records = record.map(Stream::of)
                .orElseGet(() ->
                        union.records().stream().filter(each -> each.keyedBy().isPresent()));
        return records.flatMap(each -> each.components().stream().map(component -> new Field(each, component)))
                .toList();
    }

    /** The record that a mapping names, or that its keys tell. */
    private static Optional<RecordGrammar> named(UnionGrammar union, YamlNode node) {
        if (!(node instanceof MappingNode mapping)) {
            return Optional.empty();
        }
        Optional<MappingNode.Entry> name = mapping.get(union.discriminator());
        if (name.isPresent()) {
            return name.get().value() instanceof ScalarNode scalar
                    ? union.named(scalar.text()).or(() -> union.takingOther(scalar.text()))
                    : Optional.empty();
        }
        return union.records().stream()
                .filter(record -> record.keyedBy().flatMap(mapping::get).isPresent())
                .findFirst();
    }
}
