package dnn.launcher.lsp;

import dnn.config.SourceText;
import dnn.config.fix.TextLines;
import dnn.config.fix.TextLines.Point;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;

/**
 * A text that is open in the editor, in one of its versions. Immutable.
 *
 * @param uri as the editor calls it
 * @param name as findings call it: the path of its file
 * @param version as the editor counts
 * @param lines of the text
 */
record OpenText(String uri, String name, int version, TextLines lines) {
    static OpenText of(String uri, int version, String text) {
        return new OpenText(uri, path(uri).map(Path::toString).orElse(uri), version, new TextLines(text));
    }

    /** The file of an address, if it is one's. */
    static Optional<Path> path(String uri) {
        try {
            return Optional.of(Path.of(URI.create(uri)).toAbsolutePath().normalize());
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            return Optional.empty(); // a text that was never saved has an address of the editor's own
        }
    }

    /** The next version, edited where the editor says. */
    OpenText changed(int next, List<TextDocumentContentChangeEvent> changes) {
        TextLines edited = lines;
        for (TextDocumentContentChangeEvent change : changes) {
            Range range = change.getRange();
            if (range == null) {
                edited = new TextLines(change.getText());
            } else {
                int start = offset(edited, range.getStart());
                int end = Math.max(start, offset(edited, range.getEnd()));
                String text = edited.text();
                edited = new TextLines(text.substring(0, start) + change.getText() + text.substring(end));
            }
        }
        return new OpenText(uri, name, next, edited);
    }

    private static int offset(TextLines lines, Position position) {
        Point point = lines.place(position.getLine(), position.getCharacter());
        return lines.offset(point.line(), point.column());
    }

    SourceText source() {
        return new SourceText(name, lines.text());
    }

    /** The folder that paths in it are relative to. */
    Path folder(Path directory) {
        return path(uri).map(Path::getParent).orElse(directory);
    }
}
