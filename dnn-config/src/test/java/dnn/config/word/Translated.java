package dnn.config.word;

import static org.assertj.core.api.Assertions.assertThat;

import dnn.config.TestFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A good experiment with one word, or one form, of another tool in it.
 *
 * @param name for people
 * @param text as it is written
 * @param meant the good experiment
 * @param code what is to be found
 * @param line where
 * @param certain whether an edit makes the good experiment of it
 * @param says parts of what is said
 */
public record Translated(
        String name, String text, String meant, String code, int line, boolean certain, List<String> says) {
    private static final Path FOLDER = Path.of("src", "test", "resources", "words");
    private static final Pattern LINE = Pattern.compile("(\\w+) ([=~]) (.+) -> (.+) : ([A-Z]\\d{3})((?: \\| [^|]+)*)");

    @Override
    public String toString() {
        return name;
    }

    /** The good experiment of a name. */
    static String good(String name) {
        return TestFiles.text(FOLDER.resolve(name + ".yaml"));
    }

    /** Every word of the table in the resources. */
    public static Stream<Translated> words() {
        return TestFiles.text(FOLDER.resolve("words.txt"))
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Translated::word);
    }

    private static Translated word(String line) {
        Matcher matcher = LINE.matcher(line);
        assertThat(matcher.matches()).as(line).isTrue();
        String written = matcher.group(3).replace("\\n", "\n");
        String right = matcher.group(4).replace("\\n", "\n");
        String good = good(matcher.group(1));
        int at = good.indexOf(right);
        assertThat(at).as(line).isGreaterThanOrEqualTo(0);
        int before = (int) good.substring(0, at).lines().count();
        return new Translated(
                matcher.group(1) + ": " + written + " for " + right,
                good.substring(0, at) + written + good.substring(at + right.length()),
                good,
                matcher.group(5),
                at == 0 || good.charAt(at - 1) == '\n' ? before + 1 : before,
                matcher.group(2).equals("="),
                Stream.of(matcher.group(6).split(" \\| ", -1))
                        .filter(part -> !part.isBlank())
                        .toList());
    }
}
