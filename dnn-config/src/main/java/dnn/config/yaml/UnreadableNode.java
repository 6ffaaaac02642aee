package dnn.config.yaml;

import dnn.config.diagnostic.Span;

/**
 * Something that stands for a value and has been reported already.
 *
 * @param span where it is written
 */
public record UnreadableNode(Span span) implements YamlNode {
    @Override
    public UnreadableNode at(Span place) {
        return new UnreadableNode(place);
    }
}
