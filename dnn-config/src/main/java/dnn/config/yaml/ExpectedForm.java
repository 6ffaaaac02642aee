package dnn.config.yaml;

import dnn.config.diagnostic.Diagnostic;
import dnn.config.diagnostic.Span;
import dnn.config.diagnostic.WordMeaning;
import dnn.config.diagnostic.YamlDiagnostics;
import dnn.config.yaml.Grammar.Component;
import dnn.config.yaml.Grammar.RecordGrammar;
import dnn.config.yaml.Grammar.UnionGrammar;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reports values of another form than the grammar expects, with what they were meant to be where that is clear. Every
 * method adds its finding and answers null, as a reader of what cannot be read does.
 */
final class ExpectedForm {
    private final Grammar grammar;
    private final ScalarReader scalars;
    private final List<Diagnostic> findings;

    ExpectedForm(Grammar grammar, ScalarReader scalars, List<Diagnostic> findings) {
        this.grammar = grammar;
        this.scalars = scalars;
        this.findings = findings;
    }

    /** A value in the place of a mapping with the keys of a record. */
    @Nullable
    Object notAMapping(RecordGrammar record, YamlNode node, String path, boolean optional) {
        List<String> allowed = record.components().stream().map(Component::key).toList();
        if (node instanceof ScalarNode scalar
                && glued(scalar.text(), new HashSet<>(allowed)).isPresent()) {
            String key = scalar.text().substring(0, scalar.text().indexOf(':'));
            findings.add(YamlDiagnostics.gluedKey(
                    path, key, scalar.text().substring(key.length() + 1), gluedSpan(scalar, key)));
            return null;
        }
        Optional<Diagnostic> form = OtherForms.scalarForRecord(record, node, path, optional);
        if (form.isPresent()) {
            findings.add(form.get());
            return null;
        }
        return scalars.wrongType(node, path, "a mapping with " + String.join(", ", allowed));
    }

    private static Optional<String> glued(String text, Set<String> keys) {
        int colon = text.indexOf(':');
        return colon > 0 && colon + 1 < text.length() && keys.contains(text.substring(0, colon))
                ? Optional.of(text.substring(0, colon))
                : Optional.empty();
    }

    private static Span gluedSpan(ScalarNode scalar, String key) {
        Span span = scalar.span();
        return new Span(span.source(), span.line(), span.column(), span.line(), span.column() + key.length() + 1);
    }

    /** A value in the place of a list. */
    @Nullable
    Object notAList(ValueType element, YamlNode node, String path) {
        if (node instanceof ScalarNode scalar
                && scalar.plain()
                && scalar.text().matches("[\\w.*?-]+")
                && isWhole(element, scalar)) {
            findings.add(YamlDiagnostics.listOfOne(path, ScalarReader.describe(node), scalar.text(), node.span()));
            return null;
        }
        Optional<Diagnostic> meant = LooseForms.withoutBrackets(grammar, element, node, path)
                .or(() -> element instanceof ValueType.Choice choice
                        ? asElements(grammar.union(choice.type()), node, path)
                        : Optional.empty());
        if (meant.isPresent()) {
            findings.add(meant.get());
            return null;
        }
        return scalars.wrongType(node, path, "a list");
    }

    private static Optional<Diagnostic> asElements(UnionGrammar union, YamlNode node, String path) {
        return OtherForms.stack(union, node, path, "")
                .or(() -> node instanceof MappingNode mapping && mapping.complete()
                        ? OtherForms.named(union, mapping, path)
                        : Optional.empty());
    }

    /** Tells whether the value is an element as it stands, with no key left to be added. */
    private boolean isWhole(ValueType element, ScalarNode scalar) {
        if (element instanceof ValueType.Choice choice) {
            return grammar.union(choice.type())
                    .named(scalar.text())
                    .filter(record -> record.components().stream().noneMatch(record::requires))
                    .isPresent();
        }
        return element instanceof ValueType.Text && YamlScalars.kind(scalar) != YamlScalars.Kind.NOTHING;
    }

    /** A list, or nothing, in the place of a choice. */
    @Nullable
    Object notAChoice(UnionGrammar union, YamlNode node, String path) {
        Optional<Diagnostic> bracketed =
                node instanceof SequenceNode sequence && listKey(union).isEmpty()
                        ? OtherForms.inBrackets(sequence, path)
                        : Optional.empty();
        findings.add(bracketed.orElseGet(() -> YamlDiagnostics.notAChoice(
                path, union.names(), listKey(union), ScalarReader.describe(node), node.span())));
        return null;
    }

    /** A word that is none of the choices. */
    @Nullable
    Object unknownChoice(UnionGrammar union, ScalarNode scalar, String path) {
        Optional<String> otherwise = union.bare().map(record -> "or a number");
        Optional<Diagnostic> call = OtherForms.call(union, scalar, path);
        if (call.isPresent()) {
            findings.add(call.get());
            return null;
        }
        String kind = Vocabulary.kind(union.type());
        WordMeaning meaning = Vocabulary.ofExperiments().value(kind, scalar.text(), union.allNames());
        Diagnostic finding = YamlDiagnostics.unknownValue(
                path, scalar.text(), scalar.span(), Vocabulary.article(kind), union.names(), meaning, otherwise);
        findings.add(Wrapped.holder(union, scalar.text())
                .map(holder -> YamlDiagnostics.wrapped(
                        finding, scalar.span(), "{type: " + holder + ", " + holder + ": " + scalar.text() + "}"))
                .orElse(finding));
        return null;
    }

    /** The key under which a list could have been meant as this choice. */
    private static Optional<String> listKey(UnionGrammar union) {
        return union.records().stream()
                .filter(record -> record.components().size() == 1
                        && record.components().get(0).type() instanceof ValueType.Matrix)
                .findFirst()
                .flatMap(RecordGrammar::keyedBy);
    }
}
