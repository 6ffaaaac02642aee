package dnn.config.yaml;

import dnn.api.path.ValuePath;
import dnn.config.diagnostic.Diagnostic;
import dnn.config.diagnostic.Fix;
import dnn.config.diagnostic.KeyDiagnostics;
import dnn.config.diagnostic.Span;
import dnn.config.diagnostic.WordMeaning;
import dnn.config.diagnostic.YamlDiagnostics;
import dnn.config.word.ForeignWord;
import dnn.config.word.ForeignWords;
import dnn.config.yaml.Grammar.Component;
import dnn.config.yaml.Grammar.RecordGrammar;
import dnn.config.yaml.Grammar.UnionGrammar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Matches written keys with components; reports keys that are none. */
final class KeyMatch {
    private static final String UNNAMED = "NAME";

    private final MappingNode mapping;
    private final String path;
    private final List<Diagnostic> findings;
    private final Set<String> allowed = new LinkedHashSet<>();
    private final Set<String> silent = new HashSet<>();
    private final List<String> mentioned = new ArrayList<>();
    private final Map<String, Set<String>> usedBySiblings = new HashMap<>();
    private final List<String> places = new ArrayList<>();
    private String chosen = "";
    private final Map<String, MappingNode.Entry> misspelt = new LinkedHashMap<>();
    private final Set<String> doubtful = new HashSet<>();
    private final Set<String> broken = new HashSet<>();

    KeyMatch(MappingNode mapping, String path, List<Diagnostic> findings) {
        this.mapping = mapping;
        this.path = path;
        this.findings = findings;
    }

    /** The subject of the mapping: the record, or the interface it belongs to. */
    void isA(String place) {
        places.add(place);
    }

    void allow(Component component) {
        allowed.add(component.key());
    }

    /** A key that was taken out of the mapping before it came here, but may be meant by a misspelt one. */
    void alsoMention(String key) {
        mentioned.add(key);
        silent.add(key);
    }

    /** Marks an entry whose key was reported already. */
    void isReported(MappingNode.Entry entry, String meant) {
        silent.add(entry.key().text());
        doubtful.add(meant);
    }

    /** The record was not found out, so its siblings' keys prove nothing. */
    void allowAll(UnionGrammar union) {
        silent.add(union.discriminator());
        union.records().forEach(record -> record.components().forEach(component -> silent.add(component.key())));
    }

    void chosenFrom(UnionGrammar union, RecordGrammar record) {
        chosen = record.name();
        places.add(0, record.name());
        places.add(Vocabulary.kind(union.type()));
        silent.add(union.discriminator());
        for (RecordGrammar sibling : union.records()) {
            if (!sibling.equals(record)) {
                sibling.components()
                        .forEach(component -> usedBySiblings
                                .computeIfAbsent(component.key(), key -> new LinkedHashSet<>())
                                .add(sibling.name()));
            }
        }
    }

    void run() {
        Set<String> free = new LinkedHashSet<>(allowed);
        mapping.entries().forEach(entry -> free.remove(entry.key().text()));
        for (int index = 0; index < mapping.entries().size(); index++) {
            MappingNode.Entry entry = mapping.entries().get(index);
            String key = entry.key().text();
            if (allowed.contains(key) || silent.contains(key)) {
                continue;
            }
            List<String> mentionable = new ArrayList<>(allowed);
            mentionable.addAll(mentioned);
            int colon = key.indexOf(':');
            Optional<MappingNode.Entry> whole = beforeDecimalComma(index);
            if (colon > 0
                    && colon + 1 < key.length()
                    && allowed.contains(key.substring(0, colon))
                    && entry.value() instanceof ScalarNode value
                    && value.text().isEmpty()) {
                glued(entry.key(), key.substring(0, colon));
            } else if (whole.isPresent()) {
                decimalComma(whole.get(), entry);
            } else if (usedBySiblings.containsKey(key) && !isAnotherName(key) && !standsElsewhere(key)) {
                findings.add(YamlDiagnostics.noEffect(
                        ValuePath.child(path, key),
                        key,
                        chosen,
                        new ArrayList<>(usedBySiblings.get(key)),
                        entry.key().span()));
            } else {
                unknown(entry, mentionable, free);
            }
        }
    }

    /**
     * A key that neither this mapping has nor one that could have been chosen in its place.
     *
     * @param free keys that nothing stands for yet; the one that is meant is removed
     */
    private void unknown(MappingNode.Entry entry, List<String> mentionable, Set<String> free) {
        String key = entry.key().text();
        Optional<String> ofSiblings = ofSiblings(key);
        if (ofSiblings.isPresent()) {
            String ours = ofSiblings.get();
            findings.add(KeyDiagnostics.keyOfSiblings(
                    path,
                    key,
                    ours,
                    chosen,
                    List.copyOf(usedBySiblings.getOrDefault(ours, Set.of())),
                    entry.key().span()));
            return;
        }
        WordMeaning meaning = Vocabulary.ofExperiments().key(places, path, key, mentionable);
        if (meaning.elsewhere().isPresent()) {
            findings.add(misplaced(entry, meaning));
            return;
        }
        boolean taken = meaning.word()
                .flatMap(mapping::get)
                .filter(same -> isOfOneText(same.key(), entry.key()))
                .isPresent();
        findings.add(KeyDiagnostics.unknownKey(path, key, entry.key().span(), mentionable, meaning, taken));
        meaning.word().filter(free::remove).ifPresent(meant -> {
            misspelt.putIfAbsent(meant, entry);
            doubtful.add(meant);
        });
    }

    /**
     * Tells whether other tools call a key of this record so: then it is meant, though a sibling has a key of this
     * name.
     */
    private boolean isAnotherName(String key) {
        return ForeignWords.keys()
                .find(List.of(chosen), key)
                .filter(word -> word.relation() == ForeignWord.Relation.SAME && allowed.containsAll(word.ours()))
                .isPresent();
    }

    /** Tells whether other tools call something so that has another place here, where it does something. */
    private boolean standsElsewhere(String key) {
        return ForeignWords.keys()
                .find(places, key)
                .filter(word -> word.relation() == ForeignWord.Relation.ELSEWHERE)
                .isPresent();
    }

    /** The key, of others that could have been chosen alone, that other tools call so. */
    private Optional<String> ofSiblings(String key) {
        return ForeignWords.keys()
                .find(places, key)
                .filter(word -> word.relation() == ForeignWord.Relation.SAME)
                .map(word -> word.ours().get(0))
                .filter(ours -> !allowed.contains(ours) && usedBySiblings.containsKey(ours));
    }

    /** A key that only the file below has, which this one extends, may be written here once more. */
    private static boolean isOfOneText(ScalarNode one, ScalarNode other) {
        return one.span().source().equals(other.span().source());
    }

    /** A key of another mapping; what belongs below this one is wrapped where it stands, unless its place is taken. */
    private Diagnostic misplaced(MappingNode.Entry entry, WordMeaning meaning) {
        String key = entry.key().text();
        Optional<String> value = entry.value() instanceof ScalarNode scalar
                        && scalar.plain()
                        && !scalar.text().isEmpty()
                ? Optional.of(scalar.text())
                : Optional.empty();
        String there = meaning.elsewhere().orElseThrow().replace("<name>", nameOfMapping());
        String start = path.isEmpty() ? "" : path + ".";
        List<String> steps = there.startsWith(start)
                ? List.of(there.substring(start.length()).split("\\."))
                : List.of();
        boolean whole = steps.size() == 1 && entry.value() instanceof MappingNode;
        if (!steps.isEmpty() && mapping.get(steps.get(0)).isEmpty()) {
            doubtful.add(steps.get(0)); // what it holds is that value, or a part of it
        }
        boolean free = steps.size() > 1
                && mapping.get(steps.get(0)).isEmpty()
                && allowed.contains(steps.get(0))
                && there.endsWith("." + key);
        Optional<Fix> move = value.filter(text -> free).map(text -> {
            String wrapped = String.join(": {", steps) + ": " + text + "}".repeat(steps.size() - 1);
            return Fix.replace(entry.key().span().to(entry.value().span()), wrapped, "write `" + wrapped + "`");
        });
        String note = there.contains("." + UNNAMED)
                ? meaning.note() + ", for which " + UNNAMED + " stands here"
                : meaning.note();
        Diagnostic finding = KeyDiagnostics.misplacedKey(path, key, entry.key().span(), there, value, whole, move);
        return note.isEmpty() ? finding : finding.note(note);
    }

    /** The name that this mapping gives itself, or a word that stands for it. */
    private String nameOfMapping() {
        return mapping.get("name")
                .map(MappingNode.Entry::value)
                .filter(ScalarNode.class::isInstance)
                .map(name -> ((ScalarNode) name).text())
                .orElse(UNNAMED);
    }

    /**
     * The entry whose number goes on in this key: digits without a value straight behind a whole number and a comma,
     * {@code learning_rate: 0,01}.
     */
    private Optional<MappingNode.Entry> beforeDecimalComma(int index) {
        MappingNode.Entry entry = mapping.entries().get(index);
        boolean digitsAlone = entry.key().text().matches("\\d+")
                && entry.value() instanceof ScalarNode value
                && value.text().isEmpty();
        if (index < 1 || !digitsAlone) {
            return Optional.empty();
        }
        return Optional.of(mapping.entries().get(index - 1))
                .filter(before -> before.value() instanceof ScalarNode number
                        && number.text().matches("-?\\d+")
                        && number.span().endLine() == entry.key().span().line()
                        && number.span().endColumn() + 1 == entry.key().span().column());
    }

    private void decimalComma(MappingNode.Entry whole, MappingNode.Entry decimals) {
        findings.add(YamlDiagnostics.decimalComma(
                path,
                decimals.key().text(),
                ((ScalarNode) whole.value()).text(),
                whole.value().span().to(decimals.key().span())));
        doubtful.add(whole.key().text());
        broken.add(whole.key().text());
    }

    /** Tells whether this component's value goes on in another key, so that what stands here is only its start. */
    boolean isBroken(String key) {
        return broken.contains(key);
    }

    private void glued(ScalarNode key, String name) {
        Span span = key.span();
        Span place =
                new Span(span.source(), span.line(), span.column(), span.line(), span.column() + name.length() + 1);
        findings.add(YamlDiagnostics.gluedKey(path, name, key.text().substring(name.length() + 1), place));
        doubtful.add(name);
    }

    /** The entry of a component. */
    Optional<MappingNode.Entry> entry(String key) {
        return mapping.get(key);
    }

    /** An entry under a similar key that was probably meant for this component. */
    Optional<MappingNode.Entry> misspelt(String key) {
        return Optional.ofNullable(misspelt.get(key));
    }

    /** Tells whether this component may have been written in a way that could not be read. */
    boolean isDoubtful(String key) {
        return doubtful.contains(key);
    }
}
