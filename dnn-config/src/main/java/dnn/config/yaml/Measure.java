package dnn.config.yaml;

import dnn.config.diagnostic.Diagnostic;
import dnn.config.diagnostic.FormDiagnostics;
import dnn.config.yaml.Grammar.RecordGrammar;
import dnn.config.yaml.Grammar.UnionGrammar;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number with its unit, {@code 30 s}.
 *
 * @param choice the record that the unit tells
 * @param number as it was written, a scalar of its own
 */
record Measure(RecordGrammar choice, ScalarNode number) {
    /** A number in front, and what follows it; between them there may be a space. */
    private static final Pattern FORM =
            Pattern.compile("([-+]?[0-9.]+(?:[eE][-+]?[0-9]+)?|[-+]?\\.inf|\\.nan) *(\\p{L}*)");

    /** The measure that a scalar is, if its unit is one of the union's. */
    static Optional<Measure> of(UnionGrammar union, ScalarNode scalar) {
        Matcher form = FORM.matcher(scalar.text());
        return form.matches()
                ? union.measured().stream()
                        .filter(choice -> choice.units().contains(form.group(2)))
                        .findFirst()
                        .map(choice -> new Measure(choice, new ScalarNode(form.group(1), true, scalar.span())))
                : Optional.empty();
    }

    /** The words about a value that is none. */
    static Diagnostic finding(UnionGrammar union, YamlNode node, String path) {
        List<String> units =
                union.measured().stream().map(choice -> choice.units().get(0)).toList();
        Optional<String> number = Optional.of(node)
                .filter(ScalarNode.class::isInstance)
                .map(scalar -> FORM.matcher(((ScalarNode) scalar).text()))
                .filter(Matcher::matches)
                .map(form -> form.group(1));
        return FormDiagnostics.measure(path, units, ScalarReader.describe(node), number, node.span());
    }

    /** A number with a unit as it is written. */
    static String text(Object number, String unit) {
        return (number instanceof Double decimal ? YamlText.number(decimal) : String.valueOf(number)) + " " + unit;
    }
}
