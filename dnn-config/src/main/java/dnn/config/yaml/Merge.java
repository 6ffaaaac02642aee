package dnn.config.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Lays one tree over another: mappings merge key by key, everything else replaces, and a changed {@code type} replaces
 * its mapping.
 */
public final class Merge {
    /** The key that names the file below this one. */
    public static final String EXTENDS = "extends";

    private static final String TYPE = "type";

    private Merge() {}

    /** {@code over} laid over {@code base}. */
    public static MappingNode over(MappingNode base, MappingNode over) {
        Map<String, MappingNode.Entry> merged = new LinkedHashMap<>();
        base.entries().forEach(entry -> merged.put(entry.key().text(), entry));
        for (MappingNode.Entry entry : over.entries()) {
            MappingNode.Entry below = merged.get(entry.key().text());
            YamlNode value = below == null ? entry.value() : replace(below.value(), entry.value());
            merged.put(entry.key().text(), new MappingNode.Entry(entry.key(), value));
        }
        return new MappingNode(new ArrayList<>(merged.values()), base.complete() && over.complete(), over.span());
    }

    private static YamlNode replace(YamlNode below, YamlNode value) {
        return below instanceof MappingNode base && value instanceof MappingNode over && !changesType(base, over)
                ? over(base, over)
                : value;
    }

    private static boolean changesType(MappingNode base, MappingNode over) {
        Optional<String> after = type(over);
        return after.isPresent() && !after.equals(type(base));
    }

    private static Optional<String> type(MappingNode mapping) {
        return mapping.get(TYPE)
                .map(MappingNode.Entry::value)
                .filter(ScalarNode.class::isInstance)
                .map(value -> ((ScalarNode) value).text());
    }
}
