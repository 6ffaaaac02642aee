package dnn.config.yaml;

import dnn.api.grammar.Names;
import dnn.config.diagnostic.Diagnostic;
import dnn.config.diagnostic.FormDiagnostics;
import dnn.config.diagnostic.WordMeaning;
import dnn.config.diagnostic.YamlDiagnostics;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads single values of a wanted type; null where the value is not of that type, which is then reported. */
final class ScalarReader {
    private final List<Diagnostic> findings;

    ScalarReader(List<Diagnostic> findings) {
        this.findings = findings;
    }

    @Nullable
    Object integer(YamlNode node, String path, long least, long most) {
        if (!(node instanceof ScalarNode scalar)) {
            if (path.endsWith(".units") && node instanceof SequenceNode list && OtherForms.areNumbers(list)) {
                findings.add(FormDiagnostics.severalUnits(path, "a whole number", OtherForms.texts(list), node.span()));
                return null;
            }
            return wrongType(node, path, "a whole number");
        }
        if (YamlScalars.kind(scalar) == YamlScalars.Kind.INTEGER) {
            BigInteger value = YamlScalars.integer(scalar.text());
            differsIn11(scalar, path, new BigDecimal(value));
            if (value.compareTo(BigInteger.valueOf(least)) < 0 || value.compareTo(BigInteger.valueOf(most)) > 0) {
                findings.add(YamlDiagnostics.outOfRange(path, scalar.text(), scalar.span(), least, most));
                return null;
            }
            return value.longValueExact();
        }
        return notANumber(scalar, path, "a whole number", YamlScalars.Kind.INTEGER);
    }

    @Nullable
    Double number(YamlNode node, String path) {
        if (!(node instanceof ScalarNode scalar)) {
            wrongType(node, path, "a number");
            return null;
        }
        YamlScalars.Kind kind = YamlScalars.kind(scalar);
        if (kind == YamlScalars.Kind.INTEGER) {
            differsIn11(scalar, path, new BigDecimal(YamlScalars.integer(scalar.text())));
        }
        if (kind == YamlScalars.Kind.INTEGER || kind == YamlScalars.Kind.FLOAT) {
            return YamlScalars.number(scalar.text());
        }
        notANumber(scalar, path, "a number", YamlScalars.Kind.FLOAT);
        return null;
    }

    @Nullable
    Boolean truth(YamlNode node, String path) {
        if (node instanceof ScalarNode scalar && YamlScalars.kind(scalar) == YamlScalars.Kind.BOOLEAN) {
            return scalar.text().equalsIgnoreCase("true");
        }
        if (node instanceof ScalarNode scalar
                && scalar.plain()
                && YamlScalars.kindIn11(scalar.text()) == YamlScalars.Kind.BOOLEAN) {
            boolean meant = scalar.text().toLowerCase(java.util.Locale.ROOT).matches("yes|on");
            findings.add(YamlDiagnostics.textIn12(path, scalar.text(), String.valueOf(meant), scalar.span()));
            return null;
        }
        wrongType(node, path, "`true` or `false`");
        return null;
    }

    /** Any single value's text; only nothing is no text. */
    @Nullable
    String text(YamlNode node, String path) {
        if (node instanceof ScalarNode scalar && YamlScalars.kind(scalar) != YamlScalars.Kind.NOTHING) {
            return scalar.text();
        }
        wrongType(node, path, "text");
        return null;
    }

    @Nullable
    Object constant(Class<?> type, YamlNode node, String path) {
        List<String> names = new ArrayList<>();
        for (Object each : type.getEnumConstants()) {
            names.add(Names.of((Enum<?>) each));
        }
        if (!(node instanceof ScalarNode scalar) || YamlScalars.kind(scalar) == YamlScalars.Kind.NOTHING) {
            return wrongType(node, path, "one of " + String.join(", ", names));
        }
        for (Object each : type.getEnumConstants()) {
            if (Names.all((Enum<?>) each).contains(scalar.text())) {
                return each;
            }
        }
        String kind = Vocabulary.kind(type);
        WordMeaning meaning = Vocabulary.ofExperiments().value(kind, scalar.text(), names);
        findings.add(YamlDiagnostics.unknownValue(
                path, scalar.text(), scalar.span(), Vocabulary.article(kind), names, meaning, Optional.empty()));
        return null;
    }

    /** Reports a value that is not what is expected. */
    @Nullable
    Object wrongType(YamlNode node, String path, String expected) {
        boolean cutShort = (node instanceof SequenceNode list && !list.complete())
                || (node instanceof MappingNode mapping && !mapping.complete());
        if (!(node instanceof UnreadableNode) && !cutShort) {
            findings.add(YamlDiagnostics.wrongType(path, expected, describe(node), node.span()));
        }
        return null;
    }

    private @Nullable Object notANumber(ScalarNode scalar, String path, String expected, YamlScalars.Kind wanted) {
        Optional<BigDecimal> in11 = scalar.plain() ? YamlScalars.numberIn11(scalar.text()) : Optional.empty();
        boolean unquotedFits = !scalar.plain()
                && (YamlScalars.kindOf(scalar.text()) == YamlScalars.Kind.INTEGER
                        || YamlScalars.kindOf(scalar.text()) == wanted);
        if (unquotedFits) {
            findings.add(YamlDiagnostics.quotedNumber(path, expected, scalar.text(), scalar.span()));
        } else if (YamlScalars.kind(scalar) == YamlScalars.Kind.TEXT && in11.isPresent()) {
            findings.add(
                    YamlDiagnostics.textIn12(path, scalar.text(), in11.get().toPlainString(), scalar.span()));
        } else {
            Optional<NumberText.Meant> meant = scalar.plain()
                    ? NumberText.of(scalar.text(), wanted == YamlScalars.Kind.INTEGER)
                    : Optional.empty();
            if (meant.isPresent()) {
                findings.add(YamlDiagnostics.wrongNumber(
                        path,
                        expected,
                        describe(scalar),
                        scalar.span(),
                        meant.get().number(),
                        meant.get().why(),
                        meant.get().certain()));
            } else {
                findings.add(YamlDiagnostics.wrongType(path, expected, describe(scalar), scalar.span())
                        .help(
                                wanted == YamlScalars.Kind.INTEGER
                                        ? "write a whole number in digits, for example `20`"
                                        : "write a number in digits, for example `0.01`"));
            }
        }
        return null;
    }

    private void differsIn11(ScalarNode scalar, String path, BigDecimal value) {
        Optional<BigDecimal> in11 = YamlScalars.numberIn11(scalar.text());
        if (in11.isEmpty() || in11.get().compareTo(value) != 0) {
            findings.add(YamlDiagnostics.differsIn11(
                    path, scalar.text(), value.toPlainString(), in11.map(BigDecimal::toPlainString), scalar.span()));
        }
    }

    static String describe(YamlNode node) {
        if (node instanceof SequenceNode) {
            return "a list";
        } else if (node instanceof MappingNode) {
            return "a mapping";
        } else if (node instanceof ScalarNode scalar) {
            String quoted = dnn.config.diagnostic.UserText.quote(scalar.text());
            return switch (YamlScalars.kind(scalar)) {
                case NOTHING -> "nothing";
                case BOOLEAN -> "the truth value " + quoted;
                case INTEGER -> "the whole number " + quoted;
                case FLOAT -> "the number " + quoted;
                case TEXT -> "the text " + quoted;
            };
        }
        return "something unreadable";
    }
}
