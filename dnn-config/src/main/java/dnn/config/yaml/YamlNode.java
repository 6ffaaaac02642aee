package dnn.config.yaml;

import dnn.config.diagnostic.Span;

/** A value as written, with its place. */
public sealed interface YamlNode permits ScalarNode, SequenceNode, MappingNode, UnreadableNode {
    /** The place where it is written; for an alias, where the alias is. */
    Span span();

    /** A copy of the value at another place. */
    YamlNode at(Span place);
}
