package dnn.run.plot;

import dnn.config.diagnostic.UserText;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * An SVG document in the making. Lengths are user units, x to the right, y down. Text given by users is escaped here
 * and nowhere else.
 */
final class Svg {
    private static final int REPLACEMENT = 0xfffd;

    private final StringBuilder body = new StringBuilder();
    private final Set<Colour> colours = new LinkedHashSet<>(List.of(Colour.PAPER));
    private final double width;
    private final double height;

    Svg(double width, double height) {
        this.width = width;
        this.height = height;
    }

    Svg rectangle(double x, double y, double w, double h, Colour fill) {
        return element("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\"/>", x, y, w, h, fill);
    }

    Svg line(double x1, double y1, double x2, double y2, Colour stroke, double strokeWidth) {
        return element(
                "<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"%s\" stroke-width=\"%s\"/>",
                x1, y1, x2, y2, stroke, strokeWidth);
    }

    Svg circle(double x, double y, double radius, Colour fill, Colour stroke) {
        return element("<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"%s\" stroke=\"%s\"/>", x, y, radius, fill, stroke);
    }

    /** A filled outline in the notation of SVG paths. */
    Svg path(String outline, Colour fill) {
        return element("<path fill=\"%s\" d=\"%s\"/>", fill, outline);
    }

    /** A filled outline with a thin line around it. */
    Svg outlined(String outline, Colour fill, Colour stroke) {
        return element("<path fill=\"%s\" stroke=\"%s\" d=\"%s\"/>", fill, stroke, outline);
    }

    /** The picture's title, at its upper edge. */
    Svg heading(String title) {
        return text(width / 2, 22, "middle", 15, Colour.INK, title, width - 16);
    }

    /** A line through points that are given as {@code x,y x,y …}. */
    Svg polyline(String points, Colour stroke, double strokeWidth, String dashes) {
        return element(
                "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%s\" stroke-linejoin=\"round\"%s/>",
                points, stroke, strokeWidth, dashes.isEmpty() ? "" : " stroke-dasharray=\"" + dashes + "\"");
    }

    /** Text with its baseline at y; anchor is {@code start}, {@code middle} or {@code end}. */
    Svg text(double x, double y, String anchor, double size, Colour fill, String text) {
        return element(
                "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\" font-size=\"%s\" fill=\"%s\">%s</text>",
                x, y, anchor, size, fill, escape(text));
    }

    /** Text in so much room: what finds none is shown where a pointer rests on the text. */
    Svg text(double x, double y, String anchor, double size, Colour fill, String text, double room) {
        String fitted = Lettering.fitted(text, size, room);
        return fitted.equals(text)
                ? text(x, y, anchor, size, fill, text)
                : whole(text).text(x, y, anchor, size, fill, fitted).close();
    }

    /** Text turned by a quarter to the left around its anchor, in so much room. */
    Svg verticalText(double x, double y, String anchor, double size, Colour fill, String text, double room) {
        String fitted = Lettering.fitted(text, size, room);
        if (!fitted.equals(text)) {
            whole(text);
        }
        element(
                "<text transform=\"translate(%s %s) rotate(-90)\" text-anchor=\"%s\" font-size=\"%s\" "
                        + "fill=\"%s\">%s</text>",
                x, y, anchor, size, fill, escape(fitted));
        return fitted.equals(text) ? this : close();
    }

    private Svg whole(String text) {
        body.append("<g><title>").append(escape(text)).append("</title>\n");
        return this;
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

    /** Opens a part in which nothing shows beyond this rectangle; coordinates stay. */
    Svg window(double x, double y, double w, double h) {
        return element(
                "<svg x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" viewBox=\"%s %s %s %s\" overflow=\"hidden\">",
                x, y, w, h, x, y, w, h);
    }

    /** Closes the window opened last. */
    Svg closeWindow() {
        body.append("</svg>\n");
        return this;
    }

    /**
     * The whole document, with a title for readers that cannot see. Colours stand as plain attributes, which every
     * program that draws SVG knows; browsers exchange them where the reader's system is dark.
     */
    String document(String title) {
        return String.format(
                Locale.ROOT,
                """
                <svg xmlns="http://www.w3.org/2000/svg" width="%s" height="%s" viewBox="0 0 %s %s" role="img" \
                font-family="Helvetica, Arial, 'DejaVu Sans', sans-serif">
                <title>%s</title>
                <style>@media (prefers-color-scheme: dark) {
                %s}</style>
                <rect width="100%%" height="100%%" fill="%s"/>
                %s</svg>
                """,
                number(width),
                number(height),
                number(width),
                number(height),
                escape(title),
                dark(),
                Colour.PAPER.light(),
                body);
    }

    private String dark() {
        StringBuilder rules = new StringBuilder();
        for (Colour colour : colours) {
            if (!colour.light().equals(colour.dark())) {
                for (String use : List.of("fill", "stroke")) {
                    if (colour.equals(Colour.PAPER) || body.indexOf(use + "=\"" + colour.light() + "\"") >= 0) {
                        rules.append(String.format(
                                Locale.ROOT, "[%s=\"%s\"] { %s: %s }\n", use, colour.light(), use, colour.dark()));
                    }
                }
            }
        }
        return rules.toString();
    }

    /** A length with at most two decimals. */
    static String number(double value) {
        return BigDecimal.valueOf(Math.round(value * 100), 2)
                .stripTrailingZeros()
                .toPlainString();
    }

    /**
     * Text in which no character means anything to XML; control and format characters and those that XML does not have
     * become a replacement character.
     */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(UserText.isHarmless(point) ? point : REPLACEMENT);
            }
        });
        return escaped.toString();
    }

    private Svg element(String format, Object... values) {
        Object[] written = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof Colour colour) {
                colours.add(colour);
                written[i] = colour.light();
            } else {
                written[i] = values[i] instanceof Double value ? number(value) : values[i];
            }
        }
        body.append(String.format(Locale.ROOT, format, written)).append('\n');
        return this;
    }
}
