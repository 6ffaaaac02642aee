package dnn.data;

import java.util.List;
import java.util.regex.Pattern;

/** Names of columns by a pattern in which {@code *} stands for any characters and {@code ?} for one. */
final class ColumnPattern {
    private ColumnPattern() {}

    /** The names that the whole pattern matches, in their order. */
    static List<String> matching(String pattern, List<String> names) {
        Pattern compiled = Pattern.compile(
                Pattern.quote(pattern).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q"), Pattern.DOTALL);
        return names.stream().filter(name -> compiled.matcher(name).matches()).toList();
    }
}
