package dnn.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dnn.config.schema.ExperimentSchema;
import dnn.config.schema.ReferenceTables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Documents made from the records are those made today. With {@code -Dgolden.update=true} they are written and the test
 * fails all the same.
 */
class DocumentsTest {
    private static final Path DOCUMENTS = Path.of("..", "docs");
    private static final String BEGIN = "<!-- The tables are made from the records; edit those. -->\n";
    private static final String END = "<!-- End of the tables. -->\n";

    @Test
    void theSchemaIsThatOfTheRecords() throws IOException {
        compare(DOCUMENTS.resolve(ExperimentSchema.FILE_NAME), ExperimentSchema.text());
    }

    @Test
    void theReferencesTablesAreThoseOfTheRecords() throws IOException {
        Path reference = DOCUMENTS.resolve("reference.md");
        String text = TestFiles.text(reference);
        int begin = text.indexOf(BEGIN) + BEGIN.length();
        int end = text.indexOf(END);
        assertThat(text).contains(BEGIN, END);
        compare(reference, text.substring(0, begin) + "\n" + ReferenceTables.text() + text.substring(end));
    }

    private static void compare(Path file, String made) throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, made);
            fail("%s was written", file);
        }
        assertThat(file).exists();
        assertThat(TestFiles.text(file)).isEqualTo(made);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleRefersToTheSchema(Path file) {
        String first = TestFiles.text(file).lines().findFirst().orElse("");
        String prefix = "# yaml-language-server: $schema=";
        assertThat(first).startsWith(prefix);
        Path schema = file.resolveSibling(first.substring(prefix.length())).normalize();
        assertThat(schema).isEqualTo(DOCUMENTS.resolve(ExperimentSchema.FILE_NAME));
    }

    static List<Path> examples() {
        return SchemaTest.examples();
    }
}
