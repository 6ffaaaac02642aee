package dnn.run.plot;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * An SVG document in the making. Lengths are user units, x to the right, y down. Text given by users is escaped here
 * and nowhere else.
 */
final class Svg {
    /** Grey of axes and grid lines. */
    static final String GRID = "#d9dde3";

    /** Colour of text and outlines. */
    static final String INK = "#1f2933";

    /** Colour of text that explains. */
    static final String MUTED = "#616e7c";

    /** Colours told apart also by most colour-blind people, from Okabe and Ito, 2008. */
    private static final String[] PALETTE = {
        "#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#8c6d31", "#5f4690", "#94a323", "#7f7f7f"
    };

    private final StringBuilder body = new StringBuilder();
    private final double width;
    private final double height;

    Svg(double width, double height) {
        this.width = width;
        this.height = height;
    }

    /** The colour of series or class {@code index}; they repeat after ten. */
    static String colour(int index) {
        return PALETTE[index % PALETTE.length];
    }

    Svg rectangle(double x, double y, double w, double h, String fill) {
        return element("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\"/>", x, y, w, h, fill);
    }

    Svg line(double x1, double y1, double x2, double y2, String stroke, double strokeWidth) {
        return element(
                "<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"%s\" stroke-width=\"%s\"/>",
                x1, y1, x2, y2, stroke, strokeWidth);
    }

    Svg circle(double x, double y, double radius, String fill, String stroke) {
        return element("<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"%s\" stroke=\"%s\"/>", x, y, radius, fill, stroke);
    }

    /** A filled outline in the notation of SVG paths. */
    Svg path(String outline, String fill) {
        return element("<path fill=\"%s\" d=\"%s\"/>", fill, outline);
    }

    /** A line through points that are given as {@code x,y x,y …}. */
    Svg polyline(String points, String stroke, double strokeWidth, String dashes) {
        return element(
                "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%s\" stroke-linejoin=\"round\"%s/>",
                points, stroke, strokeWidth, dashes.isEmpty() ? "" : " stroke-dasharray=\"" + dashes + "\"");
    }

    /** Text with its baseline at y; anchor is {@code start}, {@code middle} or {@code end}. */
    Svg text(double x, double y, String anchor, double size, String fill, String text) {
        return element(
                "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\" font-size=\"%s\" fill=\"%s\">%s</text>",
                x, y, anchor, size, fill, escape(text));
    }

    /** Text turned by a quarter to the left around its anchor. */
    Svg verticalText(double x, double y, double size, String fill, String text) {
        return element(
                "<text transform=\"translate(%s %s) rotate(-90)\" text-anchor=\"middle\" font-size=\"%s\" "
                        + "fill=\"%s\">%s</text>",
                x, y, size, fill, escape(text));
    }

    /** Opens a group with these attributes, as written in SVG. */
    Svg open(String attributes) {
        body.append("<g ").append(attributes).append(">\n");
        return this;
    }

    /** Closes the group opened last. */
    Svg close() {
        body.append("</g>\n");
        return this;
    }

    /** The whole document on a white ground, with a title for readers that cannot see. */
    String document(String title) {
        return String.format(
                Locale.ROOT, """
                <svg xmlns="http://www.w3.org/2000/svg" width="%s" height="%s" viewBox="0 0 %s %s" role="img" \
                font-family="Helvetica, Arial, 'DejaVu Sans', sans-serif">
                <title>%s</title>
                <rect width="100%%" height="100%%" fill="#ffffff"/>
                %s</svg>
                """, number(width), number(height), number(width), number(height), escape(title), body);
    }

    /** A length with at most two decimals. */
    static String number(double value) {
        return BigDecimal.valueOf(Math.round(value * 100), 2)
                .stripTrailingZeros()
                .toPlainString();
    }

    /**
     * Text in which no character means anything to XML; control characters, which XML does not have, become a
     * replacement character.
     */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(point < ' ' || (point >= 0x7f && point < 0xa0) ? 0xfffd : point);
            }
        });
        return escaped.toString();
    }

    private Svg element(String format, Object... values) {
        Object[] written = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            written[i] = values[i] instanceof Double value ? number(value) : values[i];
        }
        body.append(String.format(Locale.ROOT, format, written)).append('\n');
        return this;
    }
}
