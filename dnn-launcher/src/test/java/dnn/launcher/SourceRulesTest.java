package dnn.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules of the source that no compiler keeps. */
class SourceRulesTest {
    private static final Path ROOT = CommandRun.configs().getParent();
    private static final int MOST_LINES = 300;
    private static final Pattern REASON = Pattern.compile("// Longer than 300 lines: \\S.{20,}");
    private static final Pattern KEY_PATH = Pattern.compile(
            "\"(?:data|architecture|initialization|training|engine|evaluation|output)\\.(?!json\")[a-z_.]+[\"\\[=]");

    private static final Pattern CLAUSE =
            Pattern.compile("/\\*\\*[\\s*]*(?:What|Whether|How|The same|That|Where|Which)\\b[^.\n]*");

    /** What a reader cannot keep in mind is split, or says at its head what holds it together. */
    @Test
    void aLongFileGivesItsReason() throws IOException {
        List<String> without = new ArrayList<>();
        List<String> outdated = new ArrayList<>();
        for (Path file : sources("main", "test")) {
            String text = Files.readString(file);
            boolean isLong = text.lines().count() > MOST_LINES;
            boolean reasoned = REASON.matcher(text).lookingAt();
            if (isLong && !reasoned) {
                without.add(file.toString());
            } else if (!isLong && reasoned) {
                outdated.add(file.toString());
            }
        }
        assertThat(without).isEmpty();
        assertThat(outdated).as("no longer long").isEmpty();
    }

    /** A path that is written down twice is renamed once; {@code KeyPathsTest} holds them against the grammar. */
    @Test
    void pathsOfKeysAreConstants() throws IOException {
        List<String> literals = new ArrayList<>();
        for (Path file : sources("main")) {
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                if (!file.endsWith("KeyPaths.java")
                        && KEY_PATH.matcher(lines.get(i)).find()) {
                    literals.add(file + ":" + (i + 1));
                }
            }
        }
        assertThat(literals).isEmpty();
        assertThat(KEY_PATH.matcher("find(\"data.features[\" + i)").find()).isTrue();
    }

    /** A thing is named or a verb says what is done; a subordinate clause tells neither. */
    @Test
    void javadocBeginsWithWhatAThingIsOrDoes() throws IOException {
        List<String> clauses = new ArrayList<>();
        for (Path file : sources("main")) {
            CLAUSE.matcher(Files.readString(file)).results().forEach(found -> clauses.add(file + ": " + found.group()));
        }
        assertThat(clauses).isEmpty();
        assertThat(CLAUSE.matcher("/**\n     * What a file is. */").find()).isTrue();
        assertThat(CLAUSE.matcher("/** Whatever a file is. */").find()).isFalse();
    }

    private static List<Path> sources(String... parts) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> modules = Files.list(ROOT)) {
            for (Path module : modules.filter(
                            path -> path.getFileName().toString().startsWith("dnn-"))
                    .toList()) {
                for (String part : parts) {
                    Path source = module.resolve("src").resolve(part).resolve("java");
                    if (Files.isDirectory(source)) {
                        try (Stream<Path> all = Files.walk(source)) {
                            all.filter(path -> path.toString().endsWith(".java"))
                                    .forEach(files::add);
                        }
                    }
                }
            }
        }
        assertThat(files).hasSizeGreaterThan(400);
        return files;
    }
}
