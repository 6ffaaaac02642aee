package dnn.config.yaml;

import dnn.config.diagnostic.Span;
import java.util.List;

/**
 * A list.
 *
 * @param items its elements
 * @param complete false if a syntax error cut it short
 * @param span from the first to the last character
 */
public record SequenceNode(List<YamlNode> items, boolean complete, Span span) implements YamlNode {
    public SequenceNode {
        items = List.copyOf(items);
    }

    @Override
    public SequenceNode at(Span place) {
        return new SequenceNode(items, complete, place);
    }
}
