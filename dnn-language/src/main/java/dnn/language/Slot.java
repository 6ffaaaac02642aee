package dnn.language;

import dnn.api.Experiment;
import dnn.config.diagnostic.Span;
import dnn.config.fix.TextLines;
import dnn.config.fix.TextLines.Point;
import dnn.config.yaml.Grammar;
import dnn.config.yaml.MappingNode;
import dnn.config.yaml.ScalarNode;
import dnn.config.yaml.TreeReader;
import dnn.config.yaml.ValueType;
import dnn.config.yaml.YamlNode;
import dnn.language.tree.GrammarTree;
import dnn.language.tree.Place;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A place where something is about to be written, found by reading the text with a made-up word there.
 *
 * @param word what stands there already, to be replaced
 * @param typed the part of it before the cursor
 * @param lead what must be written before it: a space behind a colon or a dash
 * @param isKey whether a key is to be written, else a value
 * @param hasColon whether the colon of the key is there already
 * @param isFlow whether it stands between braces or brackets
 * @param place the made-up value or the value of the made-up key
 * @param siblings the keys that are there beside it
 */
record Slot(
        Span word,
        String typed,
        String lead,
        boolean isKey,
        boolean hasColon,
        boolean isFlow,
        Place place,
        Set<String> siblings) {
    private static final String MADE_UP = "zzmadeupzz";

    /** The slots at a place: a key, a value, or either. */
    static List<Slot> at(TextLines lines, Point point, Grammar grammar, Experiment experiment) {
        Finder finder = new Finder(lines, point, grammar, experiment);
        return Stream.of(finder.find(false), finder.find(true))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The path of the mapping or list it is in. */
    String holder() {
        String path = place.path();
        int cut = Math.max(path.lastIndexOf('.'), path.lastIndexOf('['));
        return cut < 0 ? "" : path.substring(0, cut);
    }

    /** The column, from 0, at which keys of its mapping start. */
    int indent() {
        return place.key().map(key -> key.span().column() - 1).orElse(0);
    }

    /** Tells whether a value among these slots is to be a mapping of a known record. */
    static boolean holdMapping(List<Slot> slots) {
        return slots.stream()
                .filter(slot -> !slot.isKey)
                .flatMap(slot -> slot.place.type().stream())
                .map(type -> type instanceof ValueType.Maybe maybe ? maybe.value() : type)
                .anyMatch(type -> type instanceof ValueType.Mapping || type instanceof ValueType.Entries);
    }

    /** Reads the text with the made-up word. */
    private static final class Finder {
        private final String text;
        private final TextLines lines;
        private final Grammar grammar;
        private final Experiment experiment;
        private final int cursor;
        private final int start;
        private final int end;

        Finder(TextLines lines, Point point, Grammar grammar, Experiment experiment) {
            this.lines = lines;
            this.text = lines.text();
            this.grammar = grammar;
            this.experiment = experiment;
            this.cursor = lines.offset(point.line(), point.column());
            int first = cursor;
            while (first > 0 && isWord(text.charAt(first - 1))) {
                first--;
            }
            int last = cursor;
            while (last < text.length() && isWord(text.charAt(last))) {
                last++;
            }
            this.start = first;
            this.end = last;
        }

        private static boolean isWord(char character) {
            return Character.isLetterOrDigit(character) || "_./".indexOf(character) >= 0;
        }

        Optional<Slot> find(boolean isKey) {
            boolean hasColon = end < text.length() && text.charAt(end) == ':';
            char before = start == 0 ? '\n' : text.charAt(start - 1);
            String lead = before == ':' || before == '-' ? " " : "";
            String word = lead + MADE_UP + (isKey && !hasColon ? ": " : "");
            String changed = text.substring(0, start) + word + text.substring(end);
            TreeReader.Tree read = TreeReader.read("", changed);
            Optional<YamlNode> root = read.root();
            if (root.isEmpty() || !(root.get() instanceof MappingNode)) {
                return Optional.empty();
            }
            GrammarTree tree = GrammarTree.of(root.get(), grammar, experiment);
            return tree.places().stream()
                    .filter(place -> isKey ? isMadeUp(place.key()) : isMadeUp(Optional.of(place.node())))
                    .findFirst()
                    .map(place -> slot(place, isKey, hasColon, lead, tree));
        }

        private static boolean isMadeUp(Optional<? extends YamlNode> node) {
            return node.filter(each ->
                            each instanceof ScalarNode scalar && scalar.text().equals(MADE_UP))
                    .isPresent();
        }

        private Slot slot(Place place, boolean isKey, boolean hasColon, String lead, GrammarTree tree) {
            Point from = lines.at(start);
            Point to = lines.at(end);
            Slot slot = new Slot(
                    new Span("", from.line(), from.column(), to.line(), to.column()),
                    text.substring(start, cursor),
                    lead,
                    isKey,
                    hasColon,
                    isFlow(),
                    place,
                    Set.of());
            Set<String> siblings = tree.at(slot.holder())
                    .filter(holder -> holder.node() instanceof MappingNode)
                    .map(holder -> ((MappingNode) holder.node())
                            .entries().stream()
                                    .map(entry -> entry.key().text())
                                    .filter(key -> !key.equals(MADE_UP))
                                    .collect(Collectors.toSet()))
                    .orElse(Set.of());
            return new Slot(slot.word, slot.typed, lead, isKey, hasColon, slot.isFlow, place, siblings);
        }

        /** Tells whether a brace or bracket is open before the word on its line. */
        private boolean isFlow() {
            int open = 0;
            int from = text.lastIndexOf('\n', Math.max(start - 1, 0)) + 1;
            for (int i = from; i < start; i++) {
                char character = text.charAt(i);
                open += "{[".indexOf(character) >= 0 ? 1 : "}]".indexOf(character) >= 0 ? -1 : 0;
            }
            return open > 0;
        }
    }
}
