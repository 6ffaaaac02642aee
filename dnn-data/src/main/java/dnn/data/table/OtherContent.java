package dnn.data.table;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Files that carry a table's name but hold something else, told by their first line. */
final class OtherContent {
    private static final Pattern JSON = Pattern.compile("\\[?\\s*\\{\\s*(?:\".*)?|\\[", Pattern.DOTALL);

    private OtherContent() {}

    /** The reason why a file that begins with this row is no table, if it is none. */
    static Optional<String> of(List<String> firstRow) {
        String first = firstRow.get(0).strip().toLowerCase(Locale.ROOT);
        if (first.startsWith("<!doctype") || first.startsWith("<html") || first.startsWith("<?xml")) {
            return Optional.of("it is a page of the web or XML: the table itself was not saved");
        }
        if (first.startsWith("version https://git-lfs")) {
            return Optional.of("it is a pointer of Git LFS, not the table: `git lfs pull` fetches the table");
        }
        if (JSON.matcher(first).matches()) {
            return Optional.of("it is JSON: write it as CSV with the tool that made it");
        }
        return firstRow.stream().anyMatch(OtherContent::isNoText)
                ? Optional.of("its first row holds control characters: it is no text, but a file of another program")
                : Optional.empty();
    }

    private static boolean isNoText(String name) {
        // Terminals' own, the bell and the escape, get into names that were copied from a screen.
        return name.chars()
                .anyMatch(character ->
                        character < ' ' && character != 7 && character != 27 && !Character.isWhitespace(character));
    }
}
