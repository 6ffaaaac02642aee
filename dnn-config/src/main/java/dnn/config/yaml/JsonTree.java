package dnn.config.yaml;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** YAML as JSON values, by the core rules of YAML 1.2: what an editor hands to a JSON Schema. */
public final class JsonTree {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private JsonTree() {}

    /** The value a text stands for, if it can be read. */
    public static Optional<JsonNode> read(String text) {
        return TreeReader.read("", text).root().map(JsonTree::of);
    }

    private static JsonNode of(YamlNode node) {
        if (node instanceof MappingNode mapping) {
            ObjectNode object = JSON.objectNode();
            mapping.entries().forEach(entry -> object.set(entry.key().text(), of(entry.value())));
            return object;
        } else if (node instanceof SequenceNode sequence) {
            ArrayNode array = JSON.arrayNode();
            sequence.items().forEach(item -> array.add(of(item)));
            return array;
        } else if (node instanceof ScalarNode scalar) {
            return switch (YamlScalars.kind(scalar)) {
                case NOTHING -> JSON.nullNode();
                case BOOLEAN -> JSON.booleanNode(scalar.text().equalsIgnoreCase("true"));
                case INTEGER -> JSON.numberNode(YamlScalars.integer(scalar.text()));
                case FLOAT -> JSON.numberNode(YamlScalars.number(scalar.text()));
                case TEXT -> JSON.stringNode(scalar.text());
            };
        }
        return JSON.nullNode();
    }
}
