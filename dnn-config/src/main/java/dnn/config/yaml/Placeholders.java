package dnn.config.yaml;

import dnn.config.yaml.Grammar.RecordGrammar;
import java.util.List;

/** Values that stand where none could be read, so that the rest of an experiment is read all the same. */
final class Placeholders {
    private Placeholders() {}

    /** Stands for an element of a list. */
    static Object ofElement(Grammar grammar, ValueType type) {
        if (type instanceof ValueType.Text) {
            return "";
        } else if (type instanceof ValueType.Choice choice) {
            RecordGrammar first = grammar.union(choice.type()).records().get(0);
            return first.defaults().orElseGet(() -> first.construct(List.of()));
        }
        throw new IllegalStateException("no placeholder for " + type);
    }

    /** Stands for a component of a record without defaults. */
    static Object ofComponent(ValueType type) {
        if (type instanceof ValueType.Whole whole) {
            return whole.isLong() ? (Object) 0L : (Object) 0;
        } else if (type instanceof ValueType.Decimal) {
            return 0.0;
        }
        throw new IllegalStateException("a record with a component of " + type + " needs defaults()");
    }
}
