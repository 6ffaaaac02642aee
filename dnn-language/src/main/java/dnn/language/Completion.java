package dnn.language;

import dnn.config.diagnostic.Span;

/**
 * Something that may be written at a place.
 *
 * @param label as shown
 * @param replaced what it takes the place of
 * @param text what is written
 * @param kind what it is
 * @param detail its type and default, in a few words
 * @param meaning one sentence
 */
public record Completion(String label, Span replaced, String text, Kind kind, String detail, String meaning) {
    /** The kinds of things that are offered. */
    public enum Kind {
        /** A key, with a value to begin with where it has one of its own. */
        KEY,
        /** A value, or a choice by its name. */
        VALUE,
        /** A mapping with what it must have. */
        MAPPING,
        /** A layer, a column or a figure, by its name. */
        NAME
    }
}
