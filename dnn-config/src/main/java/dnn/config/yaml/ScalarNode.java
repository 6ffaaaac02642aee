package dnn.config.yaml;

import dnn.config.diagnostic.Span;

/**
 * A single value.
 *
 * @param text its text, unescaped
 * @param plain whether it was written without quotes, so that it may be a number, a truth value or nothing
 * @param span where it is written
 */
public record ScalarNode(String text, boolean plain, Span span) implements YamlNode {
    @Override
    public ScalarNode at(Span place) {
        return new ScalarNode(text, plain, place);
    }
}
