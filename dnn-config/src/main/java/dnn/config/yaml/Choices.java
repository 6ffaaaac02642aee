package dnn.config.yaml;

import dnn.api.path.ValuePath;
import dnn.config.diagnostic.Diagnostic;
import dnn.config.diagnostic.KeyDiagnostics;
import dnn.config.diagnostic.Span;
import dnn.config.diagnostic.WordMeaning;
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
                    .filter(record ->
                            record.keyedBy().flatMap(mapping::get).isPresent() || record.isToldByItsKeys(mapping))
                    .findFirst();
            return keyed.isPresent() ? new Choice(union, keyed.get(), true) : withoutName(union, mapping, path);
        }
        YamlNode node = entry.get().value();
        String namePath = ValuePath.child(path, discriminator);
        keys.put(namePath, entry.get().key().span());
        values.put(namePath, node.span());
        String name = scalars.text(node, namePath);
        if (name == null) {
            return null;
        }
        Optional<RecordGrammar> chosen = named(union, name);
        if (chosen.isPresent()) {
            return new Choice(union, chosen.get(), true);
        }
        WordMeaning meaning = Vocabulary.ofExperiments().value(Vocabulary.kind(union.type()), name, union.allNames());
        findings.add(unknownName(union, mapping, namePath, name, node.span(), meaning));
        return meaning.word()
                .flatMap(union::named)
                .map(record -> new Choice(union, record, false))
                .orElse(null);
    }

    private static Optional<RecordGrammar> named(UnionGrammar union, String name) {
        return union.named(name).filter(record -> record.otherNames().isEmpty()).or(() -> union.takingOther(name));
    }

    private static Diagnostic unknownName(
            UnionGrammar union, MappingNode mapping, String path, String name, Span place, WordMeaning meaning) {
        Optional<String> otherwise =
                union.records().stream().anyMatch(record -> record.otherNames().isPresent())
                        ? Optional.of("or a file, whose path contains `/` or `.`")
                        : Optional.empty();
        Diagnostic finding = YamlDiagnostics.unknownValue(
                path,
                name,
                place,
                Vocabulary.article(Vocabulary.kind(union.type())),
                union.names(),
                meaning,
                otherwise);
        Optional<String> holder = Wrapped.holder(union, name);
        return holder.isPresent() && mapping.entries().size() == 1
                ? YamlDiagnostics.wrapped(finding, place, Wrapped.inMapping(mapping, holder.get(), name))
                : finding;
    }

    private @Nullable Choice withoutName(UnionGrammar union, MappingNode mapping, String path) {
        String discriminator = union.discriminator();
        Optional<MappingNode.Entry> renamed = renamedDiscriminator(union, mapping);
        if (renamed.isPresent()) {
            MappingNode.Entry entry = renamed.get();
            WordMeaning meaning = Vocabulary.ofExperiments()
                    .key(List.of(discriminator), path, entry.key().text(), List.of(discriminator));
            findings.add(KeyDiagnostics.unknownKey(
                    path, entry.key().text(), entry.key().span(), List.of(discriminator), meaning, false));
            return named(union, ((ScalarNode) entry.value()).text())
                    .map(record -> new Choice(union, record, false))
                    .orElse(null);
        }
        Optional<RecordGrammar> keyed = union.records().stream()
                .filter(record -> record.keyedBy()
                        .filter(key -> isMeant(union, mapping, key))
                        .isPresent())
                .findFirst();
        if (keyed.isPresent()) {
            return new Choice(union, keyed.get(), false); // its key is reported with the others
        }
        Optional<Wrapped> asKey = Wrapped.nameAsKey(union, mapping);
        if (asKey.isPresent()) {
            findings.add(YamlDiagnostics.nameAsKey(
                    path,
                    asKey.get().name(),
                    discriminator,
                    asKey.get().written(),
                    asKey.get().place(),
                    asKey.get().fix()));
            return null;
        }
        Optional<Diagnostic> entries = LooseForms.entriesAlone(union, mapping, path);
        if (entries.isPresent()) {
            findings.add(entries.get());
            return null;
        }
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
        if (mapping.complete()) {
            findings.add(YamlDiagnostics.missingName(
                    path,
                    discriminator,
                    union.names(),
                    possible.size() == 1 ? Optional.of(possible.get(0).name()) : Optional.empty(),
                    holder(mapping, path)));
        }
        return possible.size() == 1 ? new Choice(union, possible.get(0), false) : null;
    }

    /** Tells whether a key stands here that means this one. */
    private static boolean isMeant(UnionGrammar union, MappingNode mapping, String key) {
        return mapping.entries().stream()
                .map(entry -> Vocabulary.ofExperiments()
                        .key(
                                List.of(Vocabulary.kind(union.type())),
                                "",
                                entry.key().text(),
                                List.of(key)))
                .anyMatch(meaning -> meaning.word().isPresent());
    }

    /** The entry that was meant to tell the choice, though its key is another one. */
    static Optional<MappingNode.Entry> renamedDiscriminator(UnionGrammar union, MappingNode mapping) {
        return mapping.get(union.discriminator()).isPresent()
                ? Optional.empty()
                : mapping.entries().stream()
                        .filter(entry -> entry.value() instanceof ScalarNode && meansDiscriminator(union, entry))
                        .findFirst();
    }

    /** A key that is none of the choices' own, and is similar to the discriminator or stands for it in other tools. */
    private static boolean meansDiscriminator(UnionGrammar union, MappingNode.Entry entry) {
        String key = entry.key().text();
        boolean own = union.records().stream()
                .flatMap(record -> record.components().stream())
                .anyMatch(component -> component.key().equals(key));
        String discriminator = union.discriminator();
        return !own
                && Vocabulary.ofExperiments()
                        .key(List.of(discriminator), "", key, List.of(discriminator))
                        .word()
                        .isPresent();
    }

    /** The place at which a mapping that lacks something is shown: its key, or the mapping where it has none. */
    Span holder(MappingNode mapping, String path) {
        Span key = keys.get(path);
        return path.isEmpty() ? Span.startOf(mapping.span().source()) : key != null ? key : mapping.span();
    }
}
