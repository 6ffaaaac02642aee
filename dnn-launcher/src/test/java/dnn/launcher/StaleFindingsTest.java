package dnn.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dnn.config.CheckReport;
import dnn.config.diagnostic.Diagnostic;
import dnn.config.diagnostic.Span;
import dnn.config.fix.TextLines;
import dnn.run.check.CheckedExperiment;
import dnn.run.check.Probing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Random edits by messages: after each the editor is told what a check of that text, on the disk, finds. */
class StaleFindingsTest {
    private static final List<String> PIECES =
            List.of("x", ":", "\n", " ", "{", "}", "]", "\"", "#", "0", "-", "🙂", "units: 7", "\r\n", "species", "e3");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void afterEveryEditFindingsAreThoseOfACheckOfThatText() throws IOException {
        long seed = Long.getLong("edits.seed", 3);
        int edits = Integer.getInteger("edits", 60);
        Files.createDirectories(folder.resolve("tables"));
        Files.copy(CommandRun.configs().resolve("tables/iris.csv"), folder.resolve("tables/iris.csv"));
        Random random = new Random(seed);
        try (RawEditor editor = new RawEditor(folder)) {
            editor.greet();
            for (String name : List.of("iris", "moons")) {
                Path file = folder.resolve(name + ".yaml");
                String text = Files.readString(CommandRun.configs().resolve(name + ".yaml"));
                editor.open(file.toUri().toString(), text);
                for (int version = 2; version < 2 + edits / 2; version++) {
                    text = edited(editor, file, text, version, random);
                    Files.writeString(file, text);
                    awaitFindings(editor, file, version, "seed " + seed + ", version " + version + ":\n" + text);
                }
            }
            assertThat(editor.log()).isEmpty();
        }
    }

    private static String edited(RawEditor editor, Path file, String text, int version, Random random) {
        TextLines lines = new TextLines(text);
        TextLines.Point from = lines.at(random.nextInt(text.length() + 1));
        int start = lines.offset(from.line(), from.column());
        TextLines.Point to = lines.at(Math.min(text.length(), start + random.nextInt(4)));
        int end = Math.max(start, lines.offset(to.line(), to.column()));
        TextLines.Point until = end == start ? from : to;
        TextLines.Utf16Range range =
                lines.utf16(new Span("", from.line(), from.column(), until.line(), until.column()));
        String piece = PIECES.get(random.nextInt(PIECES.size()));
        editor.edit(
                file.toUri().toString(),
                version,
                new int[] {range.startLine(), range.start(), range.endLine(), range.end()},
                piece);
        return text.substring(0, start) + piece + text.substring(end);
    }

    /** What is said of a version before its data was read gives way to what is said then. */
    private void awaitFindings(RawEditor editor, Path file, int version, String asked) {
        CheckedExperiment checked = CheckedExperiment.of(folder, file, List.of());
        CheckReport report = checked.report();
        CheckReport all = report.plus(Probing.machine(checked.loaded(), report));
        List<String> expected = new ArrayList<>();
        for (Diagnostic finding : all.diagnostics()) {
            Span span = finding.span().orElse(Span.startOf(file.toString()));
            TextLines.Utf16Range range =
                    new TextLines(all.sources().get(span.source()).text()).utf16(span);
            expected.add(finding.code() + " " + range.startLine() + ":" + range.start() + "-" + range.endLine() + ":"
                    + range.end() + " " + finding.message());
        }
        List<String> told = List.of("nothing");
        while (!told.equals(expected.stream().distinct().toList())) {
            String before = String.join("\n", told);
            JsonNode message;
            try {
                message = editor.await(each -> each.path("method").asString("").endsWith("publishDiagnostics")
                        && each.path("params").path("version").asInt(0) == version
                        && each.path("params")
                                .path("uri")
                                .asString()
                                .equals(file.toUri().toString()));
            } catch (AssertionError e) {
                throw new AssertionError(asked + "\nexpected\n" + String.join("\n", expected) + "\ntold\n" + before, e);
            }
            told = message.path("params")
                    .path("diagnostics")
                    .valueStream()
                    .map(StaleFindingsTest::shown)
                    .toList();
        }
    }

    private static String shown(JsonNode finding) {
        JsonNode start = finding.path("range").path("start");
        JsonNode end = finding.path("range").path("end");
        return finding.path("code").asString() + " " + start.path("line").asInt() + ":"
                + start.path("character").asInt() + "-" + end.path("line").asInt() + ":"
                + end.path("character").asInt() + " "
                + finding.path("message").asString().lines().findFirst().orElse("");
    }
}
