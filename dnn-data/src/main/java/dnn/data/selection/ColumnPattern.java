package dnn.data.selection;

import java.util.List;

/** Names of columns by a pattern in which {@code *} stands for any characters and {@code ?} for one. */
final class ColumnPattern {
    private final int[] pattern;
    private long steps;

    private ColumnPattern(String pattern) {
        this.pattern = pattern.codePoints().toArray();
    }

    /** The names that the whole pattern matches, in their order. */
    static List<String> matching(String pattern, List<String> names) {
        ColumnPattern compiled = new ColumnPattern(pattern);
        return names.stream().filter(compiled::matches).toList();
    }

    /** The number of comparisons it takes to match a name: at most the product of the two lengths. */
    static long stepsFor(String pattern, String name) {
        ColumnPattern compiled = new ColumnPattern(pattern);
        compiled.matches(name);
        return compiled.steps;
    }

    /**
     * Goes back only to the last star: what an earlier one took need not be taken anew, since the last can take as
     * much.
     */
    private boolean matches(String text) {
        int[] name = text.codePoints().toArray();
        int at = 0;
        int in = 0;
        int star = -1;
        int taken = 0;
        while (in < name.length) {
            steps++;
            if (at < pattern.length && pattern[at] == '*') {
                star = at++;
                taken = in;
            } else if (at < pattern.length && (pattern[at] == '?' || pattern[at] == name[in])) {
                at++;
                in++;
            } else if (star >= 0) {
                at = star + 1;
                in = ++taken;
            } else {
                return false;
            }
        }
        while (at < pattern.length && pattern[at] == '*') {
            at++;
        }
        return at == pattern.length;
    }
}
