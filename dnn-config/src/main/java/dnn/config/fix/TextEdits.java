package dnn.config.fix;

import dnn.config.diagnostic.Fix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Edits of one text. Everything outside the edited stretches stays as it is, comments, layout and line breaks included.
 */
public final class TextEdits {
    private final String name;
    private final TextLines lines;
    private final List<Stretch> taken = new ArrayList<>();

    /** Edits of the text that spans call {@code name}. */
    public TextEdits(String name, String text) {
        this.name = name;
        this.lines = new TextLines(text);
    }

    private record Stretch(int start, int end, String replacement) {
        boolean touches(Stretch other) {
            return start == other.start || (start < other.end && other.start < end);
        }
    }

    /** Takes a fix whose edits all lie in this text and touch no edit taken before; whether it was taken. */
    public boolean take(Fix fix) {
        List<Stretch> wanted = new ArrayList<>();
        for (Fix.Edit edit : fix.edits()) {
            if (!edit.span().source().equals(name)) {
                return false;
            }
            Stretch stretch = new Stretch(
                    lines.offset(edit.span().line(), edit.span().column()),
                    lines.offset(edit.span().endLine(), edit.span().endColumn()),
                    edit.replacement());
            if (stretch.start > stretch.end || touchesAny(stretch, taken) || touchesAny(stretch, wanted)) {
                return false;
            }
            wanted.add(stretch);
        }
        return !wanted.isEmpty() && taken.addAll(wanted);
    }

    private static boolean touchesAny(Stretch stretch, List<Stretch> others) {
        return others.stream().anyMatch(stretch::touches);
    }

    /** The text with every edit taken. */
    public String edited() {
        StringBuilder edited = new StringBuilder(lines.text());
        taken.stream()
                .sorted(Comparator.comparingInt(Stretch::start).reversed())
                .forEach(stretch -> edited.replace(stretch.start, stretch.end, stretch.replacement));
        return edited.toString();
    }
}
