package dnn.config.yaml;

import dnn.api.Experiment;
import dnn.api.grammar.Names;
import dnn.api.path.ValuePath;
import dnn.config.diagnostic.Similar;
import dnn.config.diagnostic.WordMeaning;
import dnn.config.word.ForeignWord;
import dnn.config.word.ForeignWord.Relation;
import dnn.config.word.ForeignWords;
import dnn.config.word.Lookalikes;
import dnn.config.word.Spelling;
import dnn.config.yaml.Grammar.Component;
import dnn.config.yaml.Grammar.RecordGrammar;
import dnn.config.yaml.Grammar.UnionGrammar;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Every name and key of the grammar, and what a word that is none of them means: by the tables of other tools' words,
 * by its spelling, by what it is elsewhere.
 */
public final class Vocabulary {
    private final Grammar grammar = new Grammar();
    private final Map<String, List<String>> namesByKind = new TreeMap<>();
    private final Map<String, Set<String>> pathsByKey = new TreeMap<>();
    private final Set<Class<?>> seen = new HashSet<>();

    private Vocabulary() {
        record(grammar.record(Experiment.class), "");
        keyAt("", Merge.EXTENDS);
    }

    /** Held so that it is made only when a word is not known. */
    private static final class Whole {
        private static final Vocabulary VOCABULARY = new Vocabulary();
    }

    /** The vocabulary of experiments. */
    public static Vocabulary ofExperiments() {
        return Whole.VOCABULARY;
    }

    /** The kind of thing that a type declares: {@code activation} for the interface of activations. */
    public static String kind(Class<?> type) {
        return Names.snakeCase(type.getSimpleName());
    }

    /** Every kind of named things, with every name that is read. */
    public Map<String, List<String>> namesByKind() {
        return namesByKind;
    }

    /**
     * Every key with the paths under which it may stand, {@code […]} for any element and {@code <name>} for any key
     * that is chosen freely.
     */
    public Map<String, Set<String>> pathsByKey() {
        return pathsByKey;
    }

    /** The meaning of a name that is none of the {@code names} of this kind. */
    public WordMeaning value(String kind, String written, List<String> names) {
        Optional<String> same = Spelling.same(written, names);
        if (same.isPresent()) {
            return WordMeaning.certainly(same.get())
                    .because(Lookalikes.in(written).orElse(""));
        }
        Optional<ForeignWord> foreign = ForeignWords.values().find(List.of(kind), written);
        if (foreign.isPresent()) {
            return meaning(foreign.get(), names);
        }
        Optional<String> other = otherKind(kind, written);
        WordMeaning meaning = bySpelling(written, names, ForeignWords.values().spellings(List.of(kind)));
        return other.isEmpty()
                ? meaning
                : meaning.doubted().because("`" + written + "` is " + article(other.get()) + " of dnn");
    }

    /** The kind of things, other than this one, in which the word is a name. */
    private Optional<String> otherKind(String kind, String written) {
        return namesByKind.entrySet().stream()
                .filter(each -> !each.getKey().equals(kind)
                        && each.getValue().contains(written)
                        && !each.getKey().equals("check_level"))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** A kind in words: {@code an activation}. */
    public static String article(String kind) {
        String words = kind.replace("_spec", "").replace('_', ' ');
        return ("aeio".indexOf(words.charAt(0)) >= 0 ? "an " : "a ") + words;
    }

    /**
     * The meaning of a key that is none of the keys allowed.
     *
     * @param places what the mapping is: the record, and the interface it belongs to
     * @param path of the mapping
     */
    public WordMeaning key(List<String> places, String path, String written, Collection<String> allowed) {
        Optional<String> same = Spelling.same(written, allowed);
        if (same.isPresent()) {
            return WordMeaning.certainly(same.get())
                    .because(Lookalikes.in(written).orElse(""));
        }
        Optional<ForeignWord> foreign = ForeignWords.keys().find(places, written);
        if (foreign.isPresent() && fits(foreign.get(), allowed)) {
            return meaning(foreign.get(), List.copyOf(allowed));
        }
        Set<String> elsewhere = pathsByKey.getOrDefault(written, Set.of());
        if (!elsewhere.isEmpty()) {
            Optional<String> only = elsewhere.size() == 1 ? elsewhere.stream().findFirst() : Optional.empty();
            WordMeaning similar =
                    Similar.to(written, allowed).map(WordMeaning::perhaps).orElse(WordMeaning.UNKNOWN);
            return only.isPresent() && similar.nearest().isEmpty()
                    ? new WordMeaning(List.of(), false, "", false, only)
                    : similar;
        }
        return bySpelling(written, allowed, ForeignWords.keys().spellings(places));
    }

    private static boolean fits(ForeignWord word, Collection<String> allowed) {
        return word.relation() == Relation.ELSEWHERE
                || word.relation() == Relation.LACKING
                || allowed.containsAll(word.ours());
    }

    private static WordMeaning meaning(ForeignWord word, List<String> names) {
        if (word.relation() == Relation.ELSEWHERE) {
            return new WordMeaning(
                    List.of(), false, word.note(), false, word.ours().stream().findFirst());
        }
        boolean lacking = word.relation() == Relation.LACKING;
        List<String> ours = word.ours().stream().filter(names::contains).toList();
        return new WordMeaning(ours, word.relation() == Relation.SAME, word.note(), lacking, Optional.empty());
    }

    /** A slip of the hand towards one word is certain only if no word of others is as near. */
    private static WordMeaning bySpelling(String written, Collection<String> ours, Collection<String> theirs) {
        Set<String> slips = Spelling.slips(written, ours);
        boolean alone = slips.size() == 1 && !Spelling.isNearAny(written, theirs);
        if (alone) {
            return WordMeaning.certainly(slips.iterator().next());
        }
        return Similar.to(written, ours).map(WordMeaning::perhaps).orElse(WordMeaning.UNKNOWN);
    }

    private void keyAt(String path, String key) {
        pathsByKey
                .computeIfAbsent(key, each -> new LinkedHashSet<>())
                .add(path.isEmpty() || key.isEmpty() ? path + key : ValuePath.child(path, key));
    }

    private void record(RecordGrammar record, String path) {
        for (Component component : record.components()) {
            if (component.inlined()) {
                UnionGrammar union = grammar.unionOf(component);
                keyAt(path, union.discriminator());
                union(union, path);
            } else if (record.bare()) {
                value(component.type(), path);
            } else {
                keyAt(path, component.key());
                value(component.type(), path.isEmpty() ? component.key() : path + "." + component.key());
            }
        }
    }

    private void union(UnionGrammar union, String path) {
        namesByKind.putIfAbsent(kind(union.type()), union.allNames());
        if (seen.add(union.type())) {
            union.records().forEach(record -> record(record, path));
            seen.remove(union.type());
        }
    }

    private void value(ValueType type, String path) {
        if (type instanceof ValueType.Maybe maybe) {
            value(maybe.value(), path);
        } else if (type instanceof ValueType.Items items) {
            value(items.element(), path + "[…]");
        } else if (type instanceof ValueType.Entries entries) {
            value(entries.value(), path + ".<name>");
        } else if (type instanceof ValueType.Constant constant) {
            List<String> names = new ArrayList<>();
            for (Object each : constant.type().getEnumConstants()) {
                names.addAll(Names.all((Enum<?>) each));
            }
            namesByKind.putIfAbsent(kind(constant.type()), names);
        } else if (type instanceof ValueType.Choice choice) {
            union(grammar.union(choice.type()), path);
        } else if (type instanceof ValueType.Mapping mapping && seen.add(mapping.type())) {
            record(grammar.record(mapping.type()), path);
            seen.remove(mapping.type());
        }
    }
}
