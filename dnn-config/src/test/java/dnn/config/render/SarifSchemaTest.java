package dnn.config.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dnn.config.BaseResolver;
import dnn.config.CheckReport;
import dnn.config.ExperimentLoader;
import dnn.config.SourceText;
import dnn.config.TestFiles;
import dnn.config.check.Checker;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is written for other tools against the standard's own schema, and against what GitHub's code scanning asks for
 * beyond it ("SARIF support for code scanning": rules with descriptions and help, results with a rule, a place in a
 * file named relative to the repository, and a fingerprint).
 */
class SarifSchemaTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Checker CHECKER = new Checker();
    private static final Schema SCHEMA =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(official());

    private static String official() {
        try (InputStream file = SarifSchemaTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            return new String(java.util.Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Path> invalid() {
        return TestFiles.yaml(TestFiles.INVALID);
    }

    private static JsonNode log(Path file) {
        SourceText text = new SourceText("configs/" + file.getFileName(), TestFiles.text(file));
        CheckReport report =
                CHECKER.check(new ExperimentLoader(BaseResolver.none()).load(text, List.of()), Optional.empty());
        return JSON.readTree(new SarifRenderer(Optional.of("1.2.3")).render(report));
    }

    private static List<String> errors(JsonNode log) {
        return SCHEMA.validate(log).stream().map(String::valueOf).toList();
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void everyLogKeepsToTheStandardAndServesCodeScanning(Path file) {
        JsonNode log = log(file);
        assertThat(errors(log)).isEmpty();
        JsonNode run = log.at("/runs/0");
        assertThat(run.at("/tool/driver/name").asString()).isEqualTo("dnn");
        for (JsonNode rule : run.at("/tool/driver/rules")) {
            for (String text : List.of("/shortDescription/text", "/fullDescription/text", "/help/text")) {
                assertThat(rule.at(text).asString())
                        .as("%s of %s", text, rule.get("id"))
                        .isNotBlank();
            }
            assertThat(rule.at("/fullDescription/text").asString()).hasSizeLessThanOrEqualTo(1024);
        }
        for (JsonNode result : run.get("results")) {
            assertThat(result.get("ruleId").asString()).matches("[A-Z]\\d{3}");
            assertThat(result.at("/message/text").asString()).isNotBlank();
            JsonNode place = result.at("/locations/0/physicalLocation");
            URI uri = URI.create(place.at("/artifactLocation/uri").asString());
            assertThat(uri.isAbsolute()).as("%s", uri).isFalse();
            assertThat(uri.getPath()).doesNotStartWith("/");
            assertThat(place.at("/region/startLine").asInt()).isPositive();
            assertThat(result.at("/partialFingerprints/primaryLocationLineHash").asString())
                    .matches("[0-9a-f]{1,16}:[1-9]\\d*");
        }
    }

    @Test
    void theSchemaRefusesWhatIsWrong() {
        JsonNode log = log(TestFiles.INVALID.resolve("Y004.yaml"));
        assertThat(errors(log)).isEmpty();
        ((ObjectNode) log.at("/runs/0/results/0")).put("level", "fatal");
        assertThat(errors(log)).isNotEmpty();
    }

    @Test
    void anAbsoluteNameIsAnAbsoluteAddress() {
        SourceText text = new SourceText("/home/a b/x.yaml", "nam: x\n");
        CheckReport report =
                CHECKER.check(new ExperimentLoader(BaseResolver.none()).load(text, List.of()), Optional.empty());
        JsonNode log = JSON.readTree(new SarifRenderer(Optional.empty()).render(report));
        assertThat(errors(log)).isEmpty();
        assertThat(log.at("/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri")
                        .asString())
                .isEqualTo("file:///home/a%20b/x.yaml");
    }

    /** Known values of GitHub's upload (codeql-action, tests of its fingerprints). */
    @Test
    void fingerprintsAreThoseOfTheUpload() {
        assertThat(fingerprints("")).containsExactly("c129715d7a2bc9a3:1");
        assertThat(fingerprints(" a\nb\n  \t\tc\n d"))
                .containsExactly("271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1");
        List<String> greetings = List.of(
                "e9496ae3ebfced30:1",
                "fb7c023a8b9ccb3f:1",
                "ce8ba1a563dcdaca:1",
                "e20e36e16fcb0cc8:1",
                "b3edc88f2938467e:1",
                "c8e28b0b4002a3a0:1",
                "c129715d7a2bc9a3:1");
        for (String end : List.of("\n", "\r", "\r\n")) {
            assertThat(fingerprints(" hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End\n".replace("\n", end)))
                    .isEqualTo(greetings);
        }
        assertThat(fingerprints("Lorem ipsum dolor sit amet.\n".repeat(10)))
                .startsWith("a7f2ff13bc495cf2:1", "a7f2ff13bc495cf2:2")
                .endsWith("cc97dc7b1d7d8f7b:1", "c129715d7a2bc9a3:1")
                .hasSize(11);
    }

    private static List<String> fingerprints(String text) {
        LineFingerprints lines = new LineFingerprints(text);
        return IntStream.iterate(1, line -> lines.of(line).isPresent(), line -> line + 1)
                .mapToObj(line -> lines.of(line).orElseThrow())
                .toList();
    }
}
