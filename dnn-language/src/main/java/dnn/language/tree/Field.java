package dnn.language.tree;

import dnn.config.schema.KeyReference;
import dnn.config.yaml.Grammar.Component;
import dnn.config.yaml.Grammar.RecordGrammar;

/**
 * A key that a record has.
 *
 * @param record whose key it is
 * @param component what it holds
 */
public record Field(RecordGrammar record, Component component) {
    /** The words of the reference about it. */
    public KeyReference reference() {
        return KeyReference.of(record, component);
    }

    /** As written. */
    public String key() {
        return component.key();
    }
}
