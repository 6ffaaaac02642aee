package dnn.config.yaml;

import dnn.api.grammar.Names;
import dnn.config.diagnostic.Diagnostic;
import dnn.config.diagnostic.FormDiagnostics;
import dnn.config.diagnostic.UserText;
import dnn.config.yaml.Grammar.Component;
import dnn.config.yaml.Grammar.RecordGrammar;
import dnn.config.yaml.Grammar.UnionGrammar;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Values that are written without the brackets, the key or the number around them that the grammar has. */
final class LooseForms {
    private static final String SEPARATORS = "\\s*[,;]\\s*|\\s+";
    private static final String NUMBER = "[-+]?[0-9.]+([eE][-+]?[0-9]+)?";

    private LooseForms() {}

    /** Several values of a list on one line, {@code metrics: accuracy, f1}. */
    static Optional<Diagnostic> withoutBrackets(Grammar grammar, ValueType element, YamlNode node, String path) {
        if (!(node instanceof ScalarNode scalar)
                || !scalar.plain()
                || scalar.text().matches(".*[\\[\\]{}()\"'].*")) {
            return Optional.empty();
        }
        List<String> parts = Arrays.stream(scalar.text().split(SEPARATORS))
                .filter(part -> !part.isEmpty())
                .toList();
        boolean names = parts.stream().allMatch(part -> isNameOf(grammar, element, part));
        // A column may have blanks in its name, but hardly a comma.
        boolean texts = element instanceof ValueType.Text && scalar.text().contains(",");
        if (parts.size() < 2 || !(names || element instanceof ValueType.Text)) {
            return Optional.empty();
        }
        String list = "[" + String.join(", ", parts) + "]";
        return Optional.of(
                FormDiagnostics.withoutBrackets(path, ScalarReader.describe(node), list, names || texts, node.span()));
    }

    private static boolean isNameOf(Grammar grammar, ValueType type, String name) {
        if (type instanceof ValueType.Constant constant) {
            return Stream.of(constant.type().getEnumConstants())
                    .anyMatch(each -> Names.all((Enum<?>) each).contains(name));
        }
        return type instanceof ValueType.Choice choice
                && grammar.union(choice.type()).named(name).isPresent();
    }

    /** Numbers by name without the key that holds them, {@code class_weights: {setosa: 2}}. */
    static Optional<Diagnostic> entriesAlone(UnionGrammar union, MappingNode mapping, String path) {
        List<RecordGrammar> holders = union.records().stream()
                .filter(record -> entries(record).isPresent())
                .toList();
        boolean numbers = mapping.entries().stream()
                .allMatch(entry -> entry.value() instanceof ScalarNode value
                        && value.text().matches(NUMBER));
        boolean ours = union.records().stream()
                .flatMap(record -> record.components().stream())
                .anyMatch(component -> mapping.get(component.key()).isPresent());
        if (holders.size() != 1 || ours || !numbers || mapping.entries().isEmpty() || !mapping.complete()) {
            return Optional.empty();
        }
        String key = entries(holders.get(0)).orElseThrow().key();
        String entries = mapping.entries().stream()
                .map(entry -> written(entry.key()) + ": " + ((ScalarNode) entry.value()).text())
                .collect(Collectors.joining(", ", "{", "}"));
        String whole = "{" + union.discriminator() + ": " + holders.get(0).name() + ", " + key + ": " + entries + "}";
        return Optional.of(FormDiagnostics.entriesAlone(
                path, key, whole, mapping.span().line() == mapping.span().endLine(), mapping.span()));
    }

    private static String written(ScalarNode key) {
        return key.plain() ? key.text() : UserText.flow(key.text());
    }

    private static Optional<Component> entries(RecordGrammar record) {
        return record.components().stream()
                .filter(component -> component.type() instanceof ValueType.Entries && record.requires(component))
                .findFirst();
    }

    /** The key of a record without its value, {@code regularization: l2}. */
    static Optional<Diagnostic> keyAlone(RecordGrammar record, ScalarNode scalar, String path, String expected) {
        return record.components().stream()
                .map(Component::key)
                .filter(scalar.text()::equals)
                .findFirst()
                .map(key ->
                        FormDiagnostics.keyAlone(path, expected, ScalarReader.describe(scalar), key, scalar.span()));
    }
}
