package dnn.language.tree;

import dnn.config.diagnostic.Span;
import dnn.config.fix.TextLines;
import dnn.config.yaml.MappingNode;
import dnn.config.yaml.ScalarNode;
import dnn.config.yaml.SequenceNode;
import dnn.config.yaml.YamlNode;
import java.util.List;

/**
 * The way of the lines of a text to where they stand after an edit: those before it stay, those behind it move.
 *
 * @param before lines before the edit
 * @param behind the first line behind the edit, in the text as it was
 * @param by how far those move
 */
public record LineShift(int before, int behind, int by) {
    /** The shift from one text to another. */
    public static LineShift between(TextLines old, TextLines text) {
        int shorter = Math.min(old.count(), text.count());
        int same = 0;
        while (same < shorter && old.line(same + 1).equals(text.line(same + 1))) {
            same++;
        }
        int end = 0;
        while (end < shorter - same && old.line(old.count() - end).equals(text.line(text.count() - end))) {
            end++;
        }
        return new LineShift(same, old.count() - end + 1, text.count() - old.count());
    }

    /** A copy of a tree at the new places. */
    public YamlNode node(YamlNode node) {
        Span place = moved(node.span());
        if (node instanceof MappingNode mapping) {
            List<MappingNode.Entry> entries = mapping.entries().stream()
                    .map(entry -> new MappingNode.Entry((ScalarNode) node(entry.key()), node(entry.value())))
                    .toList();
            return new MappingNode(entries, mapping.complete(), place);
        } else if (node instanceof SequenceNode sequence) {
            return new SequenceNode(sequence.items().stream().map(this::node).toList(), sequence.complete(), place);
        }
        return node.at(place);
    }

    /** The new place of a stretch; one that was edited itself is where the edit starts, without extent. */
    private Span moved(Span span) {
        boolean edited = span.line() > before && span.endLine() < behind;
        int start = edited ? Math.max(before, 1) : line(span.line());
        int end = edited ? start : Math.max(line(span.endLine()), start);
        return edited
                ? new Span(span.source(), start, 1, start, 1)
                : new Span(span.source(), start, span.column(), end, span.endColumn());
    }

    private int line(int line) {
        return line >= behind ? line + by : Math.max(1, Math.min(line, behind - 1 + Math.min(by, 0)));
    }
}
