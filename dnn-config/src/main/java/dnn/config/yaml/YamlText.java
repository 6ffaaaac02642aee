package dnn.config.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Lays a tree of maps, lists and literals out as YAML: short things in one line, long ones in blocks. */
final class YamlText {
    private static final int WIDTH = 110;
    private static final int BLOCK_LEVELS = 1;
    private static final Pattern PLAIN =
            Pattern.compile("[\\p{L}\\p{N}_./](?:[\\p{L}\\p{N}_./ -]*[\\p{L}\\p{N}_./-])?");

    private final StringBuilder text = new StringBuilder();

    private YamlText() {}

    /** Text that is written as it is. */
    record Literal(String text) {}

    static Literal literal(String text) {
        return new Literal(text);
    }

    /** Text that reads back as this text: plain where that is certain, else quoted. */
    static Literal text(String value) {
        boolean plain = PLAIN.matcher(value).matches() && YamlScalars.kindOf(value) == YamlScalars.Kind.TEXT;
        return literal(plain ? value : quoted(value));
    }

    private static Literal key(String value) {
        return PLAIN.matcher(value).matches() ? literal(value) : literal(quoted(value));
    }

    /** A number that reads back with the same bits. */
    static String number(double value) {
        if (Double.isNaN(value)) {
            return ".nan";
        } else if (Double.isInfinite(value)) {
            return value < 0 ? "-.inf" : ".inf";
        } else if (value == Math.rint(value) && Math.abs(value) < 1e7 && !(value == 0 && 1 / value < 0)) {
            return Long.toString((long) value);
        }
        return Double.toString(value).replace(".0E", "e").replace("E", "e");
    }

    private static String quoted(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        value.codePoints().forEach(character -> {
            if (character == '"' || character == '\\') {
                quoted.append('\\').appendCodePoint(character);
            } else if (character == '\n') {
                quoted.append("\\n");
            } else if (character >= ' ' && character < 0x7f) {
                quoted.appendCodePoint(character);
            } else if (Character.isLetterOrDigit(character)) {
                quoted.appendCodePoint(character);
            } else {
                quoted.append(
                        character > 0xffff ? String.format("\\U%08x", character) : String.format("\\u%04x", character));
            }
        });
        return quoted.append('"').toString();
    }

    static String of(Map<String, Object> root) {
        YamlText yaml = new YamlText();
        yaml.block(root, 0);
        return yaml.text.toString();
    }

    private void block(Map<String, Object> mapping, int indent) {
        mapping.forEach((key, value) -> {
            text.append(" ".repeat(indent)).append(key(key).text).append(':');
            value(value, indent, key.length() + 2);
        });
    }

    private void value(Object value, int indent, int used) {
        String flow = flow(value);
        boolean asBlock = value instanceof Map<?, ?> map && !map.isEmpty() && indent / 2 < BLOCK_LEVELS;
        boolean listOfMappings = value instanceof List<?> list && list.stream().anyMatch(Map.class::isInstance);
        if (!asBlock && !listOfMappings && indent + used + flow.length() <= WIDTH) {
            text.append(' ').append(flow).append('\n');
        } else if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            text.append('\n');
            block(withTextKeys(map), indent + 2);
        } else if (value instanceof List<?> list && !list.isEmpty()) {
            text.append('\n');
            list.forEach(item -> text.append(" ".repeat(indent + 2))
                    .append("- ")
                    .append(flow(item))
                    .append('\n'));
        } else {
            text.append(' ').append(flow).append('\n');
        }
    }

    private static Map<String, Object> withTextKeys(Map<?, ?> map) {
        Map<String, Object> typed = new java.util.LinkedHashMap<>();
        map.forEach((key, value) -> typed.put((String) key, value));
        return typed;
    }

    /** A tree in one line. */
    static String line(Object tree) {
        return flow(tree);
    }

    private static String flow(Object value) {
        if (value instanceof Literal literal) {
            return literal.text;
        }
        List<String> parts = new ArrayList<>();
        if (value instanceof List<?> list) {
            list.forEach(item -> parts.add(flow(item)));
            return "[" + String.join(", ", parts) + "]";
        }
        ((Map<?, ?>) value).forEach((key, item) -> parts.add(key((String) key).text + ": " + flow(item)));
        return "{" + String.join(", ", parts) + "}";
    }
}
