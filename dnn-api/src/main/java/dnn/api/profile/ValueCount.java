package dnn.api.profile;

/**
 * A value and how often it occurs.
 *
 * @param value as written in the table
 * @param count of items
 */
public record ValueCount(String value, long count) {}
