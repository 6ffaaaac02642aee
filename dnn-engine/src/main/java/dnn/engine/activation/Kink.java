package dnn.engine.activation;

import dnn.engine.backend.Buffer;

/**
 * A point where a function has no derivative.
 *
 * @param numbers those that may pass it, (perItem, m)
 * @param perItem how many of each item
 * @param at the point
 */
public record Kink(Buffer numbers, int perItem, double at) {}
