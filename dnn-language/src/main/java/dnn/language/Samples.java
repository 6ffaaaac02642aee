package dnn.language;

import dnn.api.grammar.Names;
import dnn.config.schema.KeyReference;
import dnn.config.yaml.Grammar;
import dnn.config.yaml.Grammar.Component;
import dnn.config.yaml.Grammar.RecordGrammar;
import dnn.config.yaml.Grammar.UnionGrammar;
import dnn.config.yaml.ValueType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Values to begin with, for keys that have no default. */
final class Samples {
    private final Grammar grammar;

    Samples(Grammar grammar) {
        this.grammar = grammar;
    }

    /** The default of a key, or else values of its kind; nothing where none can be made up. */
    List<String> of(RecordGrammar record, Component component) {
        String known = KeyReference.of(record, component).defaultText();
        return known.isEmpty() ? of(component.type()) : List.of(known);
    }

    /** Values of this kind, the likeliest first. */
    List<String> of(ValueType type) {
        return type.accept(new Kinds());
    }

    /** A choice as it is written, with what it must have: its name alone, or a mapping. */
    Optional<String> choice(UnionGrammar union, RecordGrammar record, boolean asName) {
        if (record.bare() || record.otherNames().isPresent()) {
            return Optional.empty();
        }
        Optional<String> rest = required(record, Set.of());
        return rest.map(keys -> asName && keys.isEmpty()
                ? record.name()
                : "{" + union.discriminator() + ": " + record.name() + (keys.isEmpty() ? "" : ", " + keys) + "}");
    }

    /** The keys that a record must have with values, parted by commas; nothing where one cannot be made up. */
    Optional<String> required(RecordGrammar record, Set<String> written) {
        List<String> parts = new ArrayList<>();
        for (Component component : record.components()) {
            boolean needed = KeyReference.of(record, component).isRequired()
                    && !component.inlined()
                    && !written.contains(component.key());
            Optional<String> value = needed ? of(record, component).stream().findFirst() : Optional.of("");
            if (value.isEmpty()) {
                return Optional.empty();
            }
            if (needed) {
                parts.add(component.key() + ": " + value.get());
            }
        }
        return Optional.of(String.join(", ", parts));
    }

    private final class Kinds implements ValueType.Visitor<List<String>> {
        @Override
        public List<String> whole(ValueType.Whole type) {
            return List.of("1");
        }

        @Override
        public List<String> decimal(ValueType.Decimal type) {
            return List.of("0.1");
        }

        @Override
        public List<String> truth(ValueType.Truth type) {
            return List.of("true", "false");
        }

        @Override
        public List<String> text(ValueType.Text type) {
            return List.of();
        }

        @Override
        public List<String> constant(ValueType.Constant type) {
            return Arrays.stream(type.type().getEnumConstants())
                    .map(each -> Names.of((Enum<?>) each))
                    .toList();
        }

        @Override
        public List<String> numbers(ValueType.Matrix type) {
            return List.of();
        }

        @Override
        public List<String> optional(ValueType.Maybe type) {
            return type.value().accept(this);
        }

        @Override
        public List<String> list(ValueType.Items type) {
            return type.element().accept(this).stream()
                    .map(item -> "[" + item + "]")
                    .toList();
        }

        @Override
        public List<String> map(ValueType.Entries type) {
            return List.of();
        }

        /** A record with one of its keys, where it needs none: an empty mapping says nothing. */
        @Override
        public List<String> record(ValueType.Mapping type) {
            RecordGrammar record = grammar.record(type.type());
            Optional<String> required = required(record, Set.of()).filter(keys -> !keys.isEmpty());
            return required.map(keys -> List.of("{" + keys + "}"))
                    .orElseGet(() -> record.components().stream()
                            .filter(component -> !component.inlined())
                            .flatMap(component -> of(record, component).stream()
                                    .limit(1)
                                    .map(value -> "{" + component.key() + ": " + value + "}"))
                            .toList());
        }

        @Override
        public List<String> union(ValueType.Choice type) {
            UnionGrammar union = grammar.union(type.type());
            if (!union.measured().isEmpty()) {
                return List.of("1 " + union.measured().get(0).units().get(0));
            }
            return union.records().stream()
                    .flatMap(record -> choice(union, record, true).stream())
                    .toList();
        }
    }
}
