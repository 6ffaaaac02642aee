package dnn.launcher.command;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dnn.run.saved.Predictions;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Writes predictions piece by piece, as CSV with a header or as a JSON object a line. */
final class PredictionWriter {
    private final Writer out;
    private final Format format;
    private final JsonMapper json = new JsonMapper();
    private boolean begun;

    /** The forms in which predictions are written. */
    enum Format {
        /** A header, then a row an item. */
        csv,
        /** An object a line and item. */
        jsonl
    }

    PredictionWriter(Writer out, Format format) {
        this.out = out;
        this.format = format;
    }

    /**
     * Writes the items of a piece.
     *
     * @param keep names of columns that stand before the predictions
     * @param kept their cells, row by row
     */
    void write(Predictions predictions, List<String> keep, List<List<String>> kept) throws IOException {
        if (format == Format.jsonl) {
            for (int item = 0; item < predictions.rows().size(); item++) {
                Map<String, Object> object = new LinkedHashMap<>();
                for (int column = 0; column < keep.size(); column++) {
                    object.put(keep.get(column), kept.get(item).get(column));
                }
                object.putAll(predictions.object(item));
                out.write(json.writeValueAsString(object));
                out.write('\n');
            }
            return;
        }
        // The writer of a piece is not closed: that would close what it writes to.
        CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .autoFlush(true)
                .build(out);
        if (!begun) {
            csv.writeRecord(joined(keep, predictions.header()));
            begun = true;
        }
        for (int item = 0; item < predictions.rows().size(); item++) {
            csv.writeRecord(joined(keep.isEmpty() ? List.of() : kept.get(item), predictions.row(item)));
        }
    }

    private static List<String> joined(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
