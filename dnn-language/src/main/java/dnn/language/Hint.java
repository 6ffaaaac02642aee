package dnn.language;

import dnn.config.fix.TextLines.Point;

/**
 * A remark that is shown in the text and is no part of it.
 *
 * @param place that it stands behind
 * @param text what it says
 */
public record Hint(Point place, String text) {}
