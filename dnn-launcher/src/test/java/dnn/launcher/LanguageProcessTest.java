package dnn.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class LanguageProcessTest {
    @TempDir
    private Path folder = Path.of("");

    private RawEditor editor;
    private String moons = "";
    private String uri = "";

    @BeforeEach
    void start() throws IOException {
        editor = new RawEditor(folder);
        moons = Files.readString(CommandRun.configs().resolve("moons.yaml"));
        uri = folder.resolve("moons.yaml").toUri().toString();
    }

    @AfterEach
    void nothingWentWrong() throws IOException {
        editor.close();
        assertThat(editor.log()).isEmpty();
    }

    private static List<String> codes(List<JsonNode> findings) {
        return findings.stream().map(finding -> finding.path("code").asString()).toList();
    }

    @Test
    void aLifeFromGreetingToLeave() {
        ObjectNode can = editor.greet();
        assertThat(can.path("textDocumentSync").path("change").asInt()).isEqualTo(2);
        assertThat(can.path("inlayHintProvider").asBoolean()).isTrue();
        assertThat(editor.answer(editor.request("shutdown", null)).has("result"))
                .isTrue();
        editor.tell("exit", null);
        assertThat(editor.left()).isTrue();
    }

    @Test
    void whoLeavesWithoutSayingSoIsToldByTheExitCode() {
        editor.greet();
        editor.tell("exit", null);
        assertThat(editor.left()).isFalse();
    }

    @Test
    void anEditorThatIsGoneEndsTheServer() throws IOException {
        editor.greet();
        editor.close();
        assertThat(editor.left()).isTrue();
    }

    @Test
    void anUnknownRequestIsRefusedAndTheNextAnswered() {
        editor.greet();
        assertThat(editor.answer(editor.request("textDocument/weather", RawEditor.at(uri, 0, 0)))
                        .path("error")
                        .path("code")
                        .asInt())
                .isEqualTo(-32601);
        editor.open(uri, moons);
        assertThat(editor.ask("textDocument/documentSymbol", RawEditor.at(uri, 0, 0))
                        .size())
                .isEqualTo(6);
    }

    @Test
    void aMistakeIsShownAsItIsTypedWithBothItsEndsAndMended() {
        editor.greet();
        editor.open(uri, moons);
        assertThat(editor.findings(uri)).isEmpty();
        int line =
                moons.lines().toList().indexOf("    - {type: dense, units: 7, activation: relu}    # W[2] is (7, 20)");
        editor.edit(uri, 2, new int[] {line, 28, line, 28}, ", inputs: 21");
        List<JsonNode> found = editor.findings(uri);
        while (found.isEmpty()) { // what is said of the first version once its points are drawn
            found = editor.findings(uri);
        }
        JsonNode conflict = found.get(0);
        assertThat(conflict.path("range").path("start").path("line").asInt()).isEqualTo(line);
        assertThat(conflict.path("severity").asInt()).isEqualTo(1);
        assertThat(conflict.path("source").asString()).isEqualTo("dnn");
        JsonNode other = conflict.path("relatedInformation").path(0).path("location");
        assertThat(other.path("uri").asString()).isEqualTo(uri);
        assertThat(other.path("range").path("start").path("line").asInt()).isEqualTo(line - 1);

        ObjectNode asked = RawEditor.at(uri, line, 28);
        asked.remove("position");
        asked.set("range", conflict.path("range"));
        asked.putObject("context").putArray("diagnostics");
        JsonNode action = editor.ask("textDocument/codeAction", asked).path(0);
        assertThat(action.path("kind").asString()).isEqualTo("quickfix");
        JsonNode edit = action.path("edit").path("changes").path(uri).path(0);
        JsonNode start = edit.path("range").path("start");
        JsonNode end = edit.path("range").path("end");
        editor.edit(
                uri,
                3,
                new int[] {
                    start.path("line").asInt(),
                    start.path("character").asInt(),
                    end.path("line").asInt(),
                    end.path("character").asInt()
                },
                edit.path("newText").asString());
        while (!found.isEmpty()) {
            found = editor.findings(uri);
        }
        assertThat(edit.path("newText").asString()).isEqualTo("20");
    }

    @Test
    void hintsHoverCompletionAndFoldsAreAnswered() {
        editor.greet();
        editor.open(uri, moons);
        ObjectNode all = RawEditor.at(uri, 0, 0);
        ObjectNode range = all.putObject("range");
        range.putObject("start").put("line", 0).put("character", 0);
        range.putObject("end").put("line", 99).put("character", 0);
        assertThat(editor.ask("textDocument/inlayHint", all)
                        .valueStream()
                        .map(hint -> hint.path("label").asString()))
                .contains("→ (20)  W (20, 2), 60 parameters");
        int epochs = moons.lines().toList().indexOf("  epochs: 200");
        assertThat(editor.ask("textDocument/hover", RawEditor.at(uri, epochs, 4))
                        .path("contents")
                        .path("value")
                        .asString())
                .startsWith("**epochs**");
        assertThat(editor.ask("textDocument/hover", RawEditor.at(uri, 0, 4)).isNull())
                .isTrue();
        editor.edit(uri, 2, new int[] {epochs, 0, epochs, 0}, "  shu\n");
        JsonNode offer = editor.ask("textDocument/completion", RawEditor.at(uri, epochs, 5))
                .path(0);
        assertThat(offer.path("label").asString()).isEqualTo("shuffle");
        assertThat(offer.path("textEdit").path("newText").asString()).isEqualTo("shuffle: true");
        assertThat(offer.path("textEdit")
                        .path("range")
                        .path("start")
                        .path("character")
                        .asInt())
                .isEqualTo(2);
        assertThat(editor.ask("textDocument/foldingRange", RawEditor.at(uri, 0, 0))
                        .size())
                .isPositive();
    }

    @Test
    void aRequestThatIsTakenBackIsNotAnswered() {
        editor.greet();
        editor.open(uri, moons);
        int first = editor.request("textDocument/completion", RawEditor.at(uri, 30, 2));
        int second = editor.request("textDocument/hover", RawEditor.at(uri, 26, 4));
        editor.tell("$/cancelRequest", RawEditor.JSON.objectNode().put("id", second));
        assertThat(editor.answer(first).has("result")).isTrue();
        assertThat(editor.answer(second).path("error").path("code").asInt(-32800))
                .isEqualTo(-32800);
        assertThat(editor.ask("textDocument/hover", RawEditor.at(uri, 0, 0)).isNull())
                .isTrue();
    }

    @Test
    void twoTextsAreKeptApart() {
        String other = folder.resolve("other.yaml").toUri().toString();
        editor.greet();
        editor.open(uri, moons);
        editor.open(other, moons.replace("epochs", "epoch"));
        assertThat(editor.findings(uri)).isEmpty();
        assertThat(codes(editor.findings(other))).containsExactly("Y004");
        ObjectNode closing = RawEditor.at(other, 0, 0);
        editor.tell("textDocument/didClose", closing);
        List<JsonNode> last = editor.findings(other);
        while (!last.isEmpty()) {
            last = editor.findings(other);
        }
        assertThat(last).isEmpty();
    }

    @Test
    void anUnsavedBaseCountsAsItIsWritten() {
        String base = folder.resolve("base.yaml").toUri().toString();
        String over = folder.resolve("over.yaml").toUri().toString();
        editor.greet();
        editor.open(base, moons);
        assertThat(editor.findings(base)).isEmpty();
        editor.open(over, "extends: base.yaml\nname: over\n");
        assertThat(editor.findings(over)).isEmpty();
        int epochs = moons.lines().toList().indexOf("  epochs: 200");
        editor.edit(base, 2, new int[] {epochs, 10, epochs, 13}, "0");
        List<JsonNode> found = editor.findings(base);
        while (found.isEmpty()) {
            found = editor.findings(base);
        }
        assertThat(found.get(0).path("range").path("start").path("line").asInt())
                .isEqualTo(epochs);
        assertThat(editor.ask("textDocument/definition", RawEditor.at(over, 0, 12))
                        .path(0)
                        .path("uri")
                        .asString())
                .isEqualTo(base);
    }

    @Test
    void windowsLineEndsAndCharactersOutsideTheBasicPlaneAreCountedAsEditorsDo() {
        editor.greet();
        String text = moons.replace("Points of two classes that no straight line separates\n", "\"🌙🌙 moons\"\n")
                .replace("\n", "\r\n");
        editor.open(uri, text);
        assertThat(editor.findings(uri)).isEmpty();
        int line = text.lines().toList().indexOf("description: \"🌙🌙 moons\"");
        int end = "description: \"🌙🌙 moons\"".length();
        editor.edit(uri, 2, new int[] {line, 18, line, end}, "\", seed: [1]}");
        editor.edit(uri, 3, new int[] {line, 0, line, 0}, "a: {");
        List<JsonNode> found = editor.findings(uri);
        while (!codes(found).contains("Y004")) {
            found = editor.findings(uri);
        }
        JsonNode unknown = found.stream()
                .filter(finding -> finding.path("code").asString().equals("Y004"))
                .findFirst()
                .orElseThrow();
        assertThat(unknown.path("range").path("start").path("line").asInt()).isEqualTo(line);
        assertThat(unknown.path("range").path("end").path("character").asInt()).isEqualTo(1);
    }

    @Test
    void findingsOfTheTableComeOnceItWasRead() throws IOException {
        Files.createDirectories(folder.resolve("tables"));
        Files.copy(CommandRun.configs().resolve("tables/iris.csv"), folder.resolve("tables/iris.csv"));
        String iris = Files.readString(CommandRun.configs().resolve("iris.yaml"));
        String there = folder.resolve("iris.yaml").toUri().toString();
        editor.greet();
        editor.open(there, iris.replace("target: species", "target: specie"));
        List<JsonNode> found = editor.findings(there);
        while (found.stream().noneMatch(each -> each.path("code").asString().startsWith("D"))) {
            found = editor.findings(there);
        }
        assertThat(found.get(0).path("message").asString()).contains("specie");
        int line = iris.lines().toList().indexOf("  target: species");
        editor.edit(there, 2, new int[] {line, 10, line, 16}, "species");
        while (found.stream().anyMatch(each -> each.path("code").asString().startsWith("D"))) {
            found = editor.findings(there);
        }
        ObjectNode all = RawEditor.at(there, 0, 0);
        ObjectNode range = all.putObject("range");
        range.putObject("start").put("line", 0).put("character", 0);
        range.putObject("end").put("line", 99).put("character", 0);
        Stream<String> hints = Stream.empty();
        for (int tries = 0; tries < 1000; tries++) {
            List<String> shown = editor.ask("textDocument/inlayHint", all)
                    .valueStream()
                    .map(hint -> hint.path("label").asString())
                    .toList();
            hints = shown.stream();
            if (shown.contains("150 items, 4 inputs, 3 classes")) {
                break;
            }
        }
        assertThat(hints).contains("150 items, 4 inputs, 3 classes", "→ (16)  W (16, 4), 80 parameters");
    }
}
