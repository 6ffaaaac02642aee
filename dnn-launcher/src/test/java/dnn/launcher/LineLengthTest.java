package dnn.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Source and documents end their lines at 120 columns. The rows of Markdown's tables cannot be broken. */
class LineLengthTest {
    private static final int MOST_COLUMNS = 120;
    private static final Path ROOT = CommandRun.configs().getParent();

    @Test
    void noLineOfSourceOrDocumentsIsLonger() throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> top = Files.list(ROOT)) {
            for (Path entry : top.toList()) {
                String name = entry.getFileName().toString();
                if (name.startsWith("dnn-")) {
                    collect(entry.resolve("src"), files);
                } else if (name.equals("docs") || name.endsWith(".md")) {
                    collect(entry, files);
                }
            }
        }
        assertThat(files).hasSizeGreaterThan(500);
        List<String> longer = new ArrayList<>();
        for (Path file : files) {
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i);
                boolean row = file.toString().endsWith(".md") && line.startsWith("|");
                if (!row && line.codePointCount(0, line.length()) > MOST_COLUMNS) {
                    longer.add(ROOT.relativize(file) + ":" + (i + 1));
                }
            }
        }
        assertThat(longer).isEmpty();
    }

    private static void collect(Path from, List<Path> files) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            all.filter(file ->
                            file.toString().endsWith(".java") || file.toString().endsWith(".md"))
                    .forEach(files::add);
        }
    }
}
