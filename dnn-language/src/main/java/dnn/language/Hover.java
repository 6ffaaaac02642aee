package dnn.language;

import dnn.config.diagnostic.Span;

/**
 * An explanation of what stands at a place.
 *
 * @param span what it explains
 * @param markdown what it says
 */
public record Hover(Span span, String markdown) {}
