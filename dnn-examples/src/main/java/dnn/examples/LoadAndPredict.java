package dnn.examples;

import dnn.run.saved.Predictions;
import dnn.run.saved.SavedRun;
import dnn.run.saved.UnfitRowsException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/** Loading what {@code dnn train} left behind and predicting the rows of a table. */
public final class LoadAndPredict {
    private LoadAndPredict() {}

    /** Arguments: a run directory and a table. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            System.err.println("usage: LoadAndPredict RUN TABLE");
            return;
        }
        run(Path.of(arguments[0]), Path.of(arguments[1]), System.out);
    }

    static void run(Path runDirectory, Path table, PrintStream out) throws IOException {
        try (SavedRun run = SavedRun.open(runDirectory)) {
            Predictions predictions = run.predictor().predict(table);
            out.println(String.join(",", predictions.header()));
            for (int i = 0; i < predictions.rows().size(); i++) {
                out.println(String.join(",", predictions.row(i)));
            }
        } catch (UnfitRowsException e) {
            out.println("cannot predict: " + e.getMessage());
        }
    }
}
