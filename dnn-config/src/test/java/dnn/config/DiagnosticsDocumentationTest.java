package dnn.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dnn.config.diagnostic.Catalogue;
import dnn.config.render.JsonRenderer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code docs/diagnostics.md} lists the catalogue, {@code docs/diagnostics.schema.json} describes the JSON form. */
class DiagnosticsDocumentationTest {
    private static final Path DOCS = Path.of("..", "docs");
    private static final Path LIST = DOCS.resolve("diagnostics.md");
    private static final String BEGIN = "<!-- catalogue: generated -->\n";
    private static final String END = "<!-- end of catalogue -->";
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(TestFiles.text(DOCS.resolve("diagnostics.schema.json")));

    private static final Map<Character, String> SEVERITIES = Map.of('E', "error", 'W', "warning", 'N', "note");

    private static String table() {
        return Catalogue.entries().stream()
                .sorted(Comparator.comparing(
                        entry -> "YSIOATD".indexOf(entry.code().charAt(0)) + entry.code()))
                .map(entry -> "| " + entry.code() + " | "
                        + entry.severities()
                                .chars()
                                .mapToObj(letter -> SEVERITIES.get((char) letter))
                                .collect(Collectors.joining(", "))
                        + " | " + String.join(" ", entry.phases().split("")) + " | "
                        + (entry.isBinding() ? "" : "yes") + " | " + entry.title() + " |\n")
                .collect(Collectors.joining(
                        "", "| code | severity | phase | can be left out | what |\n|---|---|---|---|---|\n", ""));
    }

    @Test
    void theListIsTheCatalogue() throws IOException {
        String text = TestFiles.text(LIST);
        int begin = text.indexOf(BEGIN) + BEGIN.length();
        int end = text.indexOf(END);
        assertThat(begin).isGreaterThan(BEGIN.length());
        assertThat(end).isGreaterThanOrEqualTo(begin);
        String updated = text.substring(0, begin) + table() + text.substring(end);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(LIST, updated);
            fail("%s was written", LIST);
        }
        assertThat(text).isEqualTo(updated);
    }

    @ParameterizedTest
    @MethodSource("dnn.config.GoldenTest#invalid")
    void theJsonFormKeepsItsSchema(Path file) {
        String name = String.valueOf(file.getFileName());
        String json = new JsonRenderer().render(GoldenTest.check(name, TestFiles.text(file)));
        assertThat(SCHEMA.validate(json, InputFormat.JSON)).as(json).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"version\":1,\"errors\":0,\"warnings\":0}",
                "{\"version\":2,\"errors\":0,\"warnings\":0,\"diagnostics\":[]}",
                "{\"version\":1,\"errors\":0,\"warnings\":0,\"diagnostics\":[{}]}",
                "{\"version\":1,\"errors\":0,\"warnings\":0,\"diagnostics\":[],\"further\":1}"
            })
    void theSchemaRefusesOtherThings(String json) {
        assertThat(List.copyOf(SCHEMA.validate(json, InputFormat.JSON))).isNotEmpty();
    }
}
