package dnn.config.yaml;

import dnn.config.diagnostic.Diagnostic;
import dnn.config.diagnostic.Span;
import dnn.config.diagnostic.ValuePath;
import dnn.config.diagnostic.YamlDiagnostics;
import dnn.config.yaml.Grammar.RecordGrammar;
import dnn.config.yaml.Grammar.UnionGrammar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds out which record of a sealed interface a mapping is; null where that is not clear, which is then reported. */
final class Choices {
    private final ScalarReader scalars;
    private final List<Diagnostic> findings;
    private final Map<String, Span> keys;
    private final Map<String, Span> values;

    Choices(ScalarReader scalars, List<Diagnostic> findings, Map<String, Span> keys, Map<String, Span> values) {
        this.scalars = scalars;
        this.findings = findings;
        this.keys = keys;
        this.values = values;
    }

    /**
     * The record a mapping turned out to be.
     *
     * @param union what it was chosen from
     * @param record the choice
     * @param certain false if the choice is only the likely one, taken so that its other keys are checked too
     */
    record Choice(UnionGrammar union, RecordGrammar record, boolean certain) {}

    @Nullable
    Choice choose(UnionGrammar union, MappingNode mapping, String path) {
        String discriminator = union.discriminator();
        Optional<MappingNode.Entry> entry = mapping.get(discriminator);
        if (entry.isEmpty()) {
            Optional<RecordGrammar> keyed = union.records().stream()
                    .filter(record -> record.keyedBy().flatMap(mapping::get).isPresent())
                    .findFirst();
            return keyed.isPresent() ? new Choice(union, keyed.get(), true) : withoutName(union, mapping, path);
        }
        Node node = entry.get().value();
        String namePath = ValuePath.child(path, discriminator);
        keys.put(namePath, entry.get().key().span());
        values.put(namePath, node.span());
        String name = scalars.text(node, namePath);
        if (name == null) {
            return null;
        }
        Optional<RecordGrammar> chosen = union.named(name)
                .filter(record -> record.otherNames().isEmpty())
                .or(() -> union.takingOther(name));
        if (chosen.isPresent()) {
            return new Choice(union, chosen.get(), true);
        }
        Optional<String> otherwise =
                union.records().stream().anyMatch(record -> record.otherNames().isPresent())
                        ? Optional.of("or a file, whose path contains `/` or `.`")
                        : Optional.empty();
        Diagnostic finding =
                YamlDiagnostics.unknownValue(namePath, name, node.span(), union.names(), union.allNames(), otherwise);
        findings.add(finding);
        return YamlDiagnostics.similar(name, union.allNames())
                .flatMap(union::named)
                .map(record -> new Choice(union, record, false))
                .orElse(null);
    }

    private @Nullable Choice withoutName(UnionGrammar union, MappingNode mapping, String path) {
        List<RecordGrammar> possible = new ArrayList<>();
        for (RecordGrammar record : union.records()) {
            Set<String> allowed = new HashSet<>();
            record.components().forEach(component -> allowed.add(component.key()));
            if (!mapping.entries().isEmpty()
                    && mapping.entries().stream()
                            .allMatch(entry -> allowed.contains(entry.key().text()))) {
                possible.add(record);
            }
        }
        Optional<MappingNode.Entry> misspelt = mapping.entries().stream()
                .filter(entry -> YamlDiagnostics.similar(entry.key().text(), List.of(union.discriminator()))
                        .isPresent())
                .findFirst();
        if (misspelt.isPresent()) {
            findings.add(YamlDiagnostics.unknownKey(
                    path, misspelt.get().key().text(), misspelt.get().key().span(), List.of(union.discriminator())));
        } else if (mapping.complete()) {
            findings.add(YamlDiagnostics.missingName(
                    path,
                    union.discriminator(),
                    union.names(),
                    possible.size() == 1 ? Optional.of(possible.get(0).name()) : Optional.empty(),
                    holder(mapping, path)));
        }
        return possible.size() == 1 ? new Choice(union, possible.get(0), false) : null;
    }

    /** Where a mapping that lacks something is to be shown: its key, or the mapping where it has none. */
    Span holder(MappingNode mapping, String path) {
        Span key = keys.get(path);
        return path.isEmpty() ? Span.startOf(mapping.span().source()) : key != null ? key : mapping.span();
    }
}
