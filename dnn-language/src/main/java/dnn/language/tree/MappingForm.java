package dnn.language.tree;

import dnn.config.yaml.Grammar.UnionGrammar;
import dnn.config.yaml.ValueType;
import java.util.List;
import java.util.Optional;

/**
 * The keys that may stand in a mapping.
 *
 * @param fields those of its record
 * @param choice what a further key of it chooses among
 * @param values the kind of values, where keys are chosen freely
 */
public record MappingForm(List<Field> fields, Optional<UnionGrammar> choice, Optional<ValueType> values) {
    public MappingForm {
        fields = List.copyOf(fields);
    }

    /** No key. */
    static final MappingForm NONE = new MappingForm(List.of(), Optional.empty(), Optional.empty());

    static MappingForm free(ValueType values) {
        return new MappingForm(List.of(), Optional.empty(), Optional.of(values));
    }

    /** The field with this key. */
    public Optional<Field> field(String key) {
        return fields.stream().filter(field -> field.key().equals(key)).findFirst();
    }

    /** Tells whether this key chooses a record. */
    public boolean isChoice(String key) {
        return choice.filter(union -> union.discriminator().equals(key)).isPresent();
    }
}
