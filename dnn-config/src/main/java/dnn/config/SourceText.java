package dnn.config;

import dnn.config.diagnostic.DataDiagnostics;
import dnn.config.diagnostic.Diagnostic;
import dnn.config.diagnostic.FileDiagnostics;
import dnn.config.diagnostic.LimitDiagnostics;
import dnn.config.diagnostic.Span;
import dnn.config.yaml.TreeReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A text that findings point into.
 *
 * @param name as shown
 * @param text without a byte order mark
 */
public record SourceText(String name, String text) {
    /** The file that a run directory is known by. */
    private static final String RUNS_EXPERIMENT = "experiment.yaml";

    private static final String RUNS_RESULT = "result.json";

    public SourceText {
        text = text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /**
     * The outcome of reading a file.
     *
     * @param text nothing if there is no text
     * @param findings why, or what is wrong with its encoding
     */
    public record Reading(Optional<SourceText> text, List<Diagnostic> findings) {
        private static Reading failed(Diagnostic finding) {
            return new Reading(Optional.empty(), List.of(finding));
        }
    }

    /** Its lines, as line numbers count them. */
    public List<String> lines() {
        return TreeReader.lines(text);
    }

    /** Reads a file in UTF-8; no exception, whatever the file is. */
    public static Reading read(Path file, String shownName) {
        try {
            if (Files.isDirectory(file)) {
                return Reading.failed(folder(file, shownName));
            } else if (!Files.exists(file)) {
                return Reading.failed(DataDiagnostics.experimentMissing(shownName, neighbours(file)));
            } else if (!Files.isRegularFile(file)) {
                return Reading.failed(FileDiagnostics.unreadableFile(shownName, "it is a device or a pipe, not a file")
                        .help("write the experiment to a file first"));
            } else if (Files.size(file) > TreeReader.SIZE_LIMIT) {
                return Reading.failed(
                        LimitDiagnostics.tooLarge(Span.startOf(shownName), Files.size(file), TreeReader.SIZE_LIMIT));
            }
            return decode(Files.readAllBytes(file), shownName);
        } catch (IOException e) {
            return Reading.failed(FileDiagnostics.unreadableFile(shownName, "access failed, " + e.getMessage()));
        }
    }

    private static Diagnostic folder(Path folder, String shownName) {
        List<String> inside = neighbours(folder.resolve(RUNS_EXPERIMENT));
        boolean run = inside.contains(RUNS_EXPERIMENT) && inside.contains(RUNS_RESULT);
        List<String> experiments = inside.stream()
                .filter(name -> run ? name.equals(RUNS_EXPERIMENT) : name.endsWith(".yaml") || name.endsWith(".yml"))
                .sorted()
                .map(name -> Path.of(shownName).resolve(name).toString())
                .toList();
        return FileDiagnostics.folder(shownName, experiments, run);
    }

    private static Reading decode(byte[] bytes, String shownName) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer decoded = CharBuffer.allocate(bytes.length);
        boolean malformed =
                decoder.decode(ByteBuffer.wrap(bytes), decoded, true).isError();
        SourceText whole = new SourceText(shownName, new String(bytes, StandardCharsets.UTF_8));
        if (!malformed) {
            return new Reading(Optional.of(whole), List.of());
        }
        List<String> before = new SourceText(shownName, decoded.flip().toString()).lines();
        String last = before.get(before.size() - 1);
        int column = last.codePointCount(0, last.length()) + 1;
        Span place = new Span(shownName, before.size(), column, before.size(), column + 1);
        return new Reading(Optional.of(whole), List.of(FileDiagnostics.notUtf8(place)));
    }

    private static List<String> neighbours(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.forEach(neighbour -> names.add(String.valueOf(neighbour.getFileName())));
        } catch (IOException e) {
            return List.of(); // a folder that cannot be listed has no similar names to offer
        }
        return names;
    }
}
