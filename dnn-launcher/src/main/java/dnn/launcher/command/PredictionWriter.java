package dnn.launcher.command;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dnn.run.saved.Predictions;
import java.io.IOException;
import java.io.Writer;
import tools.jackson.databind.json.JsonMapper;

/** Writes predictions piece by piece, as CSV with a header or as a JSON object a line. */
final class PredictionWriter {
    private final Writer out;
    private final Format format;
    private final JsonMapper json = new JsonMapper();
    private boolean begun;

    /** How predictions are written. */
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

    /** Writes the items of a piece. */
    void write(Predictions predictions) throws IOException {
        if (format == Format.jsonl) {
            for (int item = 0; item < predictions.rows().size(); item++) {
                out.write(json.writeValueAsString(predictions.object(item)));
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
            csv.writeRecord(predictions.header());
            begun = true;
        }
        for (int item = 0; item < predictions.rows().size(); item++) {
            csv.writeRecord(predictions.row(item));
        }
    }
}
