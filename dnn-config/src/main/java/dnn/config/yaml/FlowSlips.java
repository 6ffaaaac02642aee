package dnn.config.yaml;

import dnn.config.diagnostic.Diagnostic;
import dnn.config.diagnostic.FileDiagnostics;
import dnn.config.diagnostic.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Slips inside brackets and braces that YAML takes for something else, since commas part what stands there. */
final class FlowSlips {
    private static final Pattern KEY_AND_VALUE = Pattern.compile("([A-Za-z_][A-Za-z0-9_]*)( *= *| +)([^\\s=].*)");
    private static final int LONGEST = 200;

    private FlowSlips() {}

    /**
     * A key and a value that were read as one key.
     *
     * @param finding about the colon that is missing between them
     */
    record Parted(ScalarNode key, ScalarNode value, Diagnostic finding) {}

    /** A key without a value that is one of ours with its value behind it, {@code {type dense, units: 20}}. */
    static Optional<Parted> withoutColon(YamlNode key, YamlNode value) {
        if (!(key instanceof ScalarNode written)
                || !(value instanceof ScalarNode none)
                || !none.text().isEmpty()) {
            return Optional.empty();
        }
        Span span = written.span();
        Matcher parts = KEY_AND_VALUE.matcher(written.text());
        boolean ours = written.plain()
                && written.text().length() <= LONGEST
                && span.line() == span.endLine()
                && parts.matches()
                && Vocabulary.ofExperiments().pathsByKey().containsKey(parts.group(1));
        if (!ours) {
            return Optional.empty();
        }
        Span name = part(written, 0, parts.end(1));
        boolean sign = !parts.group(2).isBlank();
        Diagnostic finding = FileDiagnostics.missingColon(
                parts.group(1),
                parts.group(2).strip(),
                parts.group(3),
                name,
                sign ? part(written, parts.end(1), parts.start(3)) : name.end());
        ScalarNode text = new ScalarNode(parts.group(3), true, part(written, parts.start(3), parts.end(3)));
        return Optional.of(new Parted(new ScalarNode(parts.group(1), true, name), text, finding));
    }

    private static Span part(ScalarNode written, int start, int end) {
        Span span = written.span();
        int first = span.column() + written.text().codePointCount(0, start);
        int last = span.column() + written.text().codePointCount(0, end);
        return new Span(span.source(), span.line(), first, span.line(), last);
    }

    /** The elements with those made one again that are parts of one call, {@code [Dense(20, activation=relu)]}. */
    static List<YamlNode> joinCalls(List<YamlNode> items) {
        List<YamlNode> joined = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            int last = endOfCall(items, i);
            joined.add(last == i ? items.get(i) : join(items.subList(i, last + 1)));
            i = last;
        }
        return joined;
    }

    private static int endOfCall(List<YamlNode> items, int first) {
        int open = 0;
        for (int i = first; i < items.size(); i++) {
            if (!(items.get(i) instanceof ScalarNode scalar) || !scalar.plain()) {
                return first;
            }
            open += count(scalar.text(), '(') - count(scalar.text(), ')');
            if (open <= 0) {
                return open == 0 ? i : first;
            }
        }
        return first;
    }

    private static int count(String text, char sign) {
        return (int) text.chars().filter(each -> each == sign).count();
    }

    private static ScalarNode join(List<YamlNode> parts) {
        List<String> texts =
                parts.stream().map(part -> ((ScalarNode) part).text()).toList();
        Span whole = parts.get(0).span().to(parts.get(parts.size() - 1).span());
        return new ScalarNode(String.join(", ", texts), true, whole);
    }
}
