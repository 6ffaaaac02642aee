package dnn.api.profile;

/**
 * A value and how often it occurs.
 *
 * @param value as written in the table; in a numeric feature, the number without decimals it does not need
 * @param count of items
 */
public record ValueCount(String value, long count) {}
