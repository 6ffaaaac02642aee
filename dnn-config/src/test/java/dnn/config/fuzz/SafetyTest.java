package dnn.config.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dnn.config.BaseResolver;
import dnn.config.CheckReport;
import dnn.config.ExperimentLoader;
import dnn.config.check.Checker;
import dnn.config.diagnostic.Diagnostic;
import dnn.config.render.TextRenderer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are no experiments, or want to do harm: each is a finding with a place, found in bounded work. */
class SafetyTest {
    private static final Checker CHECKER = new Checker();
    private static final String GOOD = """
            name: good
            seed: 1
            data: {source: moons}
            architecture: {layers: [{type: dense, units: 1, activation: sigmoid}]}
            training: {loss: binary_cross_entropy}
            """;

    @TempDir
    private Path folder;

    private CheckReport check(Path file) {
        return CHECKER.check(new ExperimentLoader(BaseResolver.files()).load(file, List.of()), Optional.empty());
    }

    private CheckReport check(String text) throws IOException {
        return check(Files.writeString(folder.resolve("file.yaml"), text));
    }

    private CheckReport check(byte[] bytes) throws IOException {
        return check(Files.write(folder.resolve("file.yaml"), bytes));
    }

    private static List<String> codes(CheckReport report) {
        return report.diagnostics().stream().map(Diagnostic::code).toList();
    }

    @Test
    void aByteOrderMarkAndOtherLineEndsAreFine() throws IOException {
        assertThat(codes(check("\uFEFF" + GOOD))).isEmpty();
        assertThat(codes(check(GOOD.replace("\n", "\r\n")))).isEmpty();
        assertThat(codes(check(GOOD.replace("\n", "\r")))).isEmpty();
        assertThat(codes(check(GOOD.substring(0, GOOD.length() - 1)))).isEmpty();
        assertThat(codes(check(GOOD + "...\n"))).isEmpty();
    }

    @Test
    void placesCountAsEditorsDoBehindAByteOrderMarkAndInWideLines() throws IOException {
        CheckReport report = check("\uFEFF" + GOOD.replace("name", "nmae"));
        assertThat(report.diagnostics().get(0).span().orElseThrow().column()).isEqualTo(1);
        Diagnostic behindWide = check(GOOD.replace("name: good", "description: \"😀 大\"\r\nname: good")
                        .replace("{source: moons}", "{source: moons, \"😀\": 1}"))
                .diagnostics()
                .get(0);
        assertThat(behindWide.code()).isEqualTo("Y004");
        assertThat(behindWide.span().orElseThrow().line()).isEqualTo(4);
        assertThat(behindWide.span().orElseThrow().column()).isEqualTo(23);
        assertThat(behindWide.span().orElseThrow().endColumn()).isEqualTo(26);
    }

    @Test
    void whatIsNoTextIsOneFinding() throws IOException {
        byte[] binary = new byte[100_000];
        new Random(7).nextBytes(binary);
        assertThat(check(binary).diagnostics())
                .hasSizeBetween(1, 20)
                .first()
                .satisfies(finding -> assertThat(finding.code()).isEqualTo("Y001"));
        assertThat(codes(check(GOOD.replace("good", "grün").getBytes(StandardCharsets.ISO_8859_1))))
                .contains("Y001");
        assertThat(codes(check(GOOD.getBytes(StandardCharsets.UTF_16LE))))
                .contains("Y001")
                .hasSizeLessThan(20);
        assertThat(codes(check(folder))).containsExactly("Y001");
        assertThat(codes(check(folder.resolve("absent.yaml")))).containsExactly("D601");
        assertThat(codes(check(""))).containsExactly("Y008");
        assertThat(codes(check("# nothing but a comment\n"))).containsExactly("Y008");
        assertThat(codes(check(GOOD + "---\n" + GOOD))).containsExactly("Y001");
    }

    @Test
    void whatWantsToDoHarmIsBounded() throws IOException {
        StringBuilder aliases = new StringBuilder("a: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 40; i++) {
            aliases.append("a").append(i).append(": &a").append(i).append(" [");
            aliases.append(("*a" + (i - 1) + ", ").repeat(9)).append("x]\n");
        }
        Map<String, String> attacks = new LinkedHashMap<>();
        attacks.put("aliases of aliases", aliases.toString());
        attacks.put(
                "merge keys of merge keys",
                aliases.toString().replace("[", "{<<: [").replace("]", "]}"));
        attacks.put("deep lists", GOOD + "description: " + "[".repeat(900_000));
        attacks.put("deep mappings", GOOD + "description: " + "{a: ".repeat(200_000));
        attacks.put("deep indentation", deepBlocks());
        attacks.put("a huge scalar", GOOD + "description: " + "x".repeat(900_000));
        attacks.put("a huge number", GOOD.replace("seed: 1", "seed: " + "9".repeat(500_000)));
        attacks.put("a huge exponent", GOOD.replace("seed: 1", "seed: 1e" + "9".repeat(300)));
        attacks.put("a huge key", GOOD + "k".repeat(500_000) + ": 1\n");
        attacks.put("many keys", GOOD + manyKeys());
        attacks.put("a list that holds itself", GOOD + "description: &a [*a, *a]\n");
        attacks.put("a key that holds itself", GOOD + "? &a {*a : 1}\n: 1\n");
        attacks.put(
                "an object of a class",
                GOOD + "description: !!javax.script.ScriptEngineManager [!!java.net.URL [\"http://localhost\"]]\n");
        attacks.put("a tag of one's own", GOOD + "description: !exec \"rm\"\n");
        attacks.put("too large", "x".repeat(20_000_000));
        attacks.put("control characters", GOOD + "description: \"\u001b[31m\u0000\"\n");
        List<String> unfound = new ArrayList<>();
        for (Map.Entry<String, String> attack : attacks.entrySet()) {
            CheckReport report = check(attack.getValue());
            if (!report.hasErrors()) {
                unfound.add(attack.getKey());
            }
            String rendered = new TextRenderer(false).render(report);
            assertThat(rendered)
                    .as(attack.getKey())
                    .hasSizeLessThan(100_000 + 40 * attack.getValue().length())
                    .doesNotContain("\u001b", "\u0000");
        }
        // A long description is harmless, and so is a large exponent that nobody reads as a number.
        assertThat(unfound).isSubsetOf("a huge scalar");
    }

    private static String deepBlocks() {
        StringBuilder text = new StringBuilder(GOOD).append("description:\n");
        for (int depth = 1; depth < 1_000; depth++) {
            text.append(" ".repeat(depth)).append("a:\n");
        }
        return text.toString();
    }

    private static String manyKeys() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            text.append("k").append(i).append(": 1\n");
        }
        return text.toString();
    }
}
