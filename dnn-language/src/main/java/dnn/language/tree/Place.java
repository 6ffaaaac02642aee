package dnn.language.tree;

import dnn.config.diagnostic.Span;
import dnn.config.yaml.ScalarNode;
import dnn.config.yaml.ValueType;
import dnn.config.yaml.YamlNode;
import java.util.Optional;

/**
 * A value of a text, with what the grammar says of it.
 *
 * @param path of the value
 * @param key in front of it; nothing for an element of a list
 * @param node the value
 * @param type the kind of value that belongs here; nothing where no key is known by this name
 * @param field what the key means; nothing for an element of a list and for a key that chooses or is chosen freely
 * @param form the keys that may stand in it, where it is or may be a mapping
 * @param around the keys of the mapping it stands in
 */
public record Place(
        String path,
        Optional<ScalarNode> key,
        YamlNode node,
        Optional<ValueType> type,
        Optional<Field> field,
        Optional<MappingForm> form,
        Optional<MappingForm> around) {
    /** From its key to its end. */
    public Span whole() {
        return key.map(name -> name.span().to(node.span())).orElse(node.span());
    }
}
