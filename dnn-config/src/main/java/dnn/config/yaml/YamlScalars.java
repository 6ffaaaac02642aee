package dnn.config.yaml;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/** The meaning of a scalar without quotes by YAML 1.2's core schema, and what YAML 1.1 would have made of it. */
final class YamlScalars {
    private static final Resolver CORE = new CoreResolver();
    private static final Resolver VERSION_1_1 = new Resolver();

    private YamlScalars() {}

    /** The type of a scalar. */
    enum Kind {
        NOTHING,
        BOOLEAN,
        INTEGER,
        FLOAT,
        TEXT
    }

    static Kind kind(ScalarNode scalar) {
        return scalar.plain() ? kind(CORE, scalar.text()) : Kind.TEXT;
    }

    static Kind kindOf(String plainText) {
        return kind(CORE, plainText);
    }

    /** The kind YAML 1.1 gives to plain text; dates and other kinds count as text. */
    static Kind kindIn11(String plainText) {
        return kind(VERSION_1_1, plainText);
    }

    private static Kind kind(Resolver resolver, String text) {
        Tag tag = resolver.resolve(NodeId.scalar, text, true);
        if (tag.equals(Tag.NULL)) {
            return Kind.NOTHING;
        } else if (tag.equals(Tag.BOOL)) {
            return Kind.BOOLEAN;
        } else if (tag.equals(Tag.INT)) {
            return Kind.INTEGER;
        } else if (tag.equals(Tag.FLOAT)) {
            return Kind.FLOAT;
        }
        return Kind.TEXT;
    }

    /** The value of an integer of the core schema. */
    static BigInteger integer(String text) {
        if (text.startsWith("0o")) {
            return new BigInteger(text.substring(2), 8);
        } else if (text.startsWith("0x")) {
            return new BigInteger(text.substring(2), 16);
        }
        return new BigInteger(text);
    }

    /** The value of a number of the core schema. */
    static double number(String text) {
        String lower = text.toLowerCase(java.util.Locale.ROOT);
        if (lower.endsWith(".nan")) {
            return Double.NaN;
        } else if (lower.endsWith(".inf")) {
            return lower.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        } else if (kindOf(text) == Kind.INTEGER && !text.matches("[-+]?0+")) {
            return integer(text).doubleValue();
        }
        return Double.parseDouble(text);
    }

    /**
     * The number YAML 1.1 reads, if it reads one: octal after a leading 0, sexagesimal with colons, binary after 0b,
     * underscores ignored.
     */
    static Optional<BigDecimal> numberIn11(String text) {
        Kind kind = kindIn11(text);
        if (kind != Kind.INTEGER && kind != Kind.FLOAT) {
            return Optional.empty();
        }
        String digits = text.replace("_", "");
        boolean negative = digits.startsWith("-");
        digits = digits.startsWith("-") || digits.startsWith("+") ? digits.substring(1) : digits;
        BigDecimal value;
        if (digits.contains(":")) {
            value = BigDecimal.ZERO;
            for (String part : digits.split(":", -1)) {
                value = value.multiply(BigDecimal.valueOf(60)).add(new BigDecimal(part));
            }
        } else if (digits.startsWith("0b")) {
            value = new BigDecimal(new BigInteger(digits.substring(2), 2));
        } else if (digits.startsWith("0x")) {
            value = new BigDecimal(new BigInteger(digits.substring(2), 16));
        } else if (kind == Kind.INTEGER && digits.length() > 1 && digits.startsWith("0")) {
            value = new BigDecimal(new BigInteger(digits, 8));
        } else if (digits.matches("[0-9]*\\.?[0-9]*([eE][-+]?[0-9]{1,3})?") && digits.matches(".*[0-9].*")) {
            value = new BigDecimal(digits.startsWith(".") ? "0" + digits : digits);
        } else {
            return Optional.empty();
        }
        return Optional.of(negative ? value.negate() : value);
    }

    /** YAML 1.2, chapter 10.3.2. */
    private static final class CoreResolver extends Resolver {
        @Override
        protected void addImplicitResolvers() {
            addImplicitResolver(Tag.NULL, Pattern.compile("~|null|Null|NULL|"), "~nN\0");
            addImplicitResolver(Tag.NULL, Pattern.compile(""), null);
            addImplicitResolver(Tag.BOOL, Pattern.compile("true|True|TRUE|false|False|FALSE"), "tTfF");
            addImplicitResolver(Tag.INT, Pattern.compile("[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"), "-+0123456789");
            addImplicitResolver(
                    Tag.FLOAT,
                    Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\\.(inf|Inf|INF)|\\.("
                            + "nan|NaN|NAN)"),
                    "-+.0123456789");
        }
    }
}
