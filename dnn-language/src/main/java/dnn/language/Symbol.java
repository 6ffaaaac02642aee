package dnn.language;

import dnn.config.diagnostic.Span;
import java.util.List;

/**
 * An entry of the outline.
 *
 * @param name a key, or the name of a layer
 * @param detail its value, where that is short
 * @param kind what it is
 * @param span from its key to its end
 * @param selection what names it
 * @param children what stands in it
 */
public record Symbol(String name, String detail, Kind kind, Span span, Span selection, List<Symbol> children) {
    public Symbol {
        children = List.copyOf(children);
    }

    /** The kinds of entries. */
    public enum Kind {
        /** A mapping or list. */
        SECTION,
        /** A layer. */
        LAYER,
        /** A single value. */
        VALUE
    }
}
