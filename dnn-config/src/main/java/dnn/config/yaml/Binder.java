package dnn.config.yaml;

import dnn.api.Experiment;
import dnn.api.path.ValuePath;
import dnn.config.diagnostic.Diagnostic;
import dnn.config.diagnostic.FormDiagnostics;
import dnn.config.diagnostic.Span;
import dnn.config.diagnostic.YamlDiagnostics;
import dnn.config.yaml.Choices.Choice;
import dnn.config.yaml.Grammar.Component;
import dnn.config.yaml.Grammar.RecordGrammar;
import dnn.config.yaml.Grammar.UnionGrammar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns a tree into records by the grammar of their annotations. A value that cannot be read is reported, its path
 * remembered as unreadable, and a placeholder put in its place, so that the rest is read all the same. Methods answer
 * null for what could not be read.
 */
public final class Binder {
    private final Grammar grammar = new Grammar();
    private final List<Diagnostic> findings = new ArrayList<>();
    private final Map<String, Span> values = new HashMap<>();
    private final Map<String, Span> keys = new HashMap<>();
    private final Set<String> unreadable = new HashSet<>();
    private final ScalarReader scalars = new ScalarReader(findings);
    private final NumberRows rows = new NumberRows(scalars, values);
    private final ExpectedForm forms = new ExpectedForm(grammar, scalars, findings);
    private final Choices choices = new Choices(scalars, findings, keys, values);

    private Binder() {}

    /** The experiment that {@code root} declares. */
    public static Binding bind(MappingNode root) {
        Binder binder = new Binder();
        binder.values.put("", root.span());
        Object experiment = binder.record(binder.grammar.record(Experiment.class), root, "", null);
        return new Binding((Experiment) experiment, binder.values, binder.keys, binder.unreadable, binder.findings);
    }

    Grammar grammar() {
        return grammar;
    }

    ScalarReader scalars() {
        return scalars;
    }

    NumberRows rows() {
        return rows;
    }

    ExpectedForm forms() {
        return forms;
    }

    private @Nullable Object value(ValueType type, YamlNode node, String path) {
        values.put(path, node.span());
        if (node instanceof UnreadableNode) {
            return null;
        }
        return type.accept(new NodeReader(this, node, path)).orElse(null);
    }

    @Nullable
    Object list(ValueType element, YamlNode node, String path) {
        if (!(node instanceof SequenceNode sequence)) {
            return forms.notAList(element, node, path);
        }
        Optional<Diagnostic> sizes = element instanceof ValueType.Choice choice
                ? OtherForms.sizes(grammar.union(choice.type()), sequence, path)
                : Optional.empty();
        if (sizes.isPresent()) {
            findings.add(sizes.get());
            return null;
        }
        if (!sequence.complete()) {
            unreadable.add(path);
        }
        List<Object> elements = new ArrayList<>();
        int spreadTo = 0;
        for (YamlNode item : sequence.items()) {
            int index = elements.size();
            String itemPath = ValuePath.element(path, index);
            keys.put(itemPath, item.span());
            Optional<OtherForms.Spread> spread = element instanceof ValueType.Choice choice && index >= spreadTo
                    ? OtherForms.spread(grammar.union(choice.type()), sequence, index)
                    : Optional.empty();
            if (spread.isPresent()) {
                spreadTo = index + spread.get().dashes();
                findings.add(FormDiagnostics.spread(
                        itemPath,
                        spread.get().keys(),
                        spread.get().dashes(),
                        spread.get().fix(),
                        item.span()));
            }
            Object value = index < spreadTo ? null : value(element, item, itemPath);
            if (value == null) {
                unreadable.add(itemPath);
                value = Placeholders.ofElement(grammar, element);
            }
            elements.add(value);
        }
        return elements;
    }

    @Nullable
    Object map(ValueType element, YamlNode node, String path) {
        if (!(node instanceof MappingNode mapping)) {
            return scalars.wrongType(node, path, "a mapping");
        }
        if (!mapping.complete()) {
            unreadable.add(path);
        }
        Map<String, Object> entries = new LinkedHashMap<>();
        for (MappingNode.Entry entry : mapping.entries()) {
            String childPath = ValuePath.child(path, entry.key().text());
            keys.put(childPath, entry.key().span());
            Object value = value(element, entry.value(), childPath);
            if (value == null) {
                unreadable.add(childPath);
            } else {
                entries.put(entry.key().text(), value);
            }
        }
        return entries;
    }

    @Nullable
    Object union(UnionGrammar union, YamlNode node, String path) {
        if (!union.measured().isEmpty()) {
            return measured(union, node, path);
        }
        if (node instanceof MappingNode mapping) {
            Choice choice = choices.choose(union, mapping, path);
            if (choice == null) {
                return null;
            }
            Object chosen = record(choice.record(), mapping, path, choice);
            return choice.certain() ? chosen : null;
        }
        Optional<RecordGrammar> bare = union.bare();
        if (!(node instanceof ScalarNode scalar) || YamlScalars.kind(scalar) == YamlScalars.Kind.NOTHING) {
            return forms.notAChoice(union, node, path);
        }
        Optional<RecordGrammar> named = union.named(scalar.text()).filter(record -> !record.bare());
        if (named.isPresent()) {
            return record(named.get(), MappingNode.empty(node.span()), path, null);
        }
        boolean numeric = YamlScalars.kindOf(scalar.text()) == YamlScalars.Kind.INTEGER
                || YamlScalars.kindOf(scalar.text()) == YamlScalars.Kind.FLOAT
                || YamlScalars.numberIn11(scalar.text()).isPresent();
        if (bare.isPresent() && numeric) {
            RecordGrammar record = bare.get();
            Object only = value(record.components().get(0).type(), node, path);
            return only == null ? null : record.construct(List.of(only));
        }
        return forms.unknownChoice(union, scalar, path);
    }

    private @Nullable Object measured(UnionGrammar union, YamlNode node, String path) {
        Optional<Measure> measure =
                node instanceof ScalarNode scalar ? Measure.of(union, scalar) : Optional.<Measure>empty();
        if (measure.isEmpty()) {
            findings.add(Measure.finding(union, node, path));
            return null;
        }
        RecordGrammar record = measure.get().choice();
        Object only = value(record.components().get(0).type(), measure.get().number(), path);
        return only == null ? null : record.construct(List.of(only));
    }

    /** A mapping as this record; {@code choice} says what it was chosen from. */
    Object record(RecordGrammar record, MappingNode mapping, String path, @Nullable Choice choice) {
        KeyMatch match = new KeyMatch(mapping, path, findings);
        match.isA(Vocabulary.kind(record.type()));
        if (choice != null) {
            match.chosenFrom(choice.union(), choice.record());
            Choices.renamedDiscriminator(choice.union(), mapping)
                    .ifPresent(entry -> match.isReported(entry, choice.union().discriminator()));
        } else if (path.isEmpty()) {
            match.alsoMention(Merge.EXTENDS);
        }
        Map<Component, Optional<Choice>> inlined = new HashMap<>();
        for (Component component : record.components()) {
            if (component.inlined()) {
                UnionGrammar union = grammar.unionOf(component);
                Choice inner = choices.choose(union, mapping, path);
                inlined.put(component, Optional.ofNullable(inner));
                Choices.renamedDiscriminator(union, mapping)
                        .ifPresent(entry -> match.isReported(entry, union.discriminator()));
                if (inner == null) {
                    match.allowAll(union);
                } else {
                    match.chosenFrom(union, inner.record());
                    inner.record().components().forEach(match::allow);
                }
            } else {
                match.allow(component);
            }
        }
        match.run();
        return construct(record, mapping, path, match, inlined);
    }

    private Object construct(
            RecordGrammar record,
            MappingNode mapping,
            String path,
            KeyMatch match,
            Map<Component, Optional<Choice>> inlined) {
        List<Object> arguments = new ArrayList<>();
        for (Component component : record.components()) {
            String childPath = ValuePath.child(path, component.key());
            Object value = null;
            if (component.inlined()) {
                Optional<Choice> choice = inlined.getOrDefault(component, Optional.empty());
                if (choice.isPresent()) {
                    value = construct(choice.get().record(), mapping, path, match, Map.of());
                }
                if (choice.isEmpty() || !choice.get().certain()) {
                    unreadable.add(childPath);
                }
            } else {
                value = component(record, component, mapping, childPath, match);
            }
            arguments.add(
                    value != null
                            ? value
                            : record.defaultOf(component).orElseGet(() -> Placeholders.ofComponent(component.type())));
        }
        return record.construct(arguments);
    }

    private @Nullable Object component(
            RecordGrammar record, Component component, MappingNode mapping, String path, KeyMatch match) {
        Optional<MappingNode.Entry> entry = match.entry(component.key());
        if (entry.isPresent()) {
            keys.put(path, entry.get().key().span());
            Object value = value(component.type(), entry.get().value(), path);
            if (value == null || match.isBroken(component.key())) {
                unreadable.add(path);
            }
            return value;
        }
        Optional<MappingNode.Entry> misspelt = match.misspelt(component.key());
        misspelt.ifPresent(written -> value(component.type(), written.value(), path));
        if (match.isDoubtful(component.key()) || !mapping.complete()) {
            unreadable.add(path);
        } else if (record.requires(component)) {
            unreadable.add(path);
            String holder = path.substring(
                    0, Math.max(0, path.length() - component.key().length() - 1));
            findings.add(YamlDiagnostics.missingKey(
                    holder, component.key(), record.name(), namesOf(component), choices.holder(mapping, holder)));
        }
        return null;
    }

    private List<String> namesOf(Component component) {
        return component.type() instanceof ValueType.Choice choice
                ? grammar.union(choice.type()).names()
                : List.of();
    }
}
