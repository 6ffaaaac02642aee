package dnn.config.yaml;

import dnn.config.diagnostic.Span;

/**
 * An alias.
 *
 * @param place where it stands
 * @param anchored what it stands for, from the anchor on
 */
public record AliasPlace(Span place, Span anchored) {}
