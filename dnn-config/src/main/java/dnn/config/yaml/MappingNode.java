package dnn.config.yaml;

import dnn.config.diagnostic.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keys and values, each key once.
 *
 * @param entries in the order written
 * @param complete false if a syntax error or a missing base cut it short, so that an absent key proves nothing
 * @param span from the first to the last character
 */
public record MappingNode(List<Entry> entries, boolean complete, Span span) implements YamlNode {
    public MappingNode {
        entries = List.copyOf(entries);
    }

    /** A mapping without entries. */
    public static MappingNode empty(Span span) {
        return new MappingNode(List.of(), true, span);
    }

    @Override
    public MappingNode at(Span place) {
        return new MappingNode(entries, complete, place);
    }

    /** The entry with this key. */
    public Optional<Entry> get(String key) {
        return entries.stream().filter(entry -> entry.key().text().equals(key)).findFirst();
    }

    /** A copy with this entry, in the place of an entry with that key if there is one. */
    public MappingNode with(Entry entry) {
        Map<String, Entry> byKey = new LinkedHashMap<>();
        entries.forEach(old -> byKey.put(old.key().text(), old));
        byKey.put(entry.key().text(), entry);
        return new MappingNode(new ArrayList<>(byKey.values()), complete, span);
    }

    /** A copy without this key. */
    public MappingNode without(String key) {
        return new MappingNode(
                entries.stream()
                        .filter(entry -> !entry.key().text().equals(key))
                        .toList(),
                complete,
                span);
    }

    /** A copy that is known to lack entries which were meant to be there. */
    public MappingNode incomplete() {
        return new MappingNode(entries, false, span);
    }

    /**
     * A key and its value.
     *
     * @param key always a scalar
     * @param value anything
     */
    public record Entry(ScalarNode key, YamlNode value) {}
}
