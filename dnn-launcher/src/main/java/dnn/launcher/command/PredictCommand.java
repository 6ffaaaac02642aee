package dnn.launcher.command;

import de.siegmar.fastcsv.writer.CsvWriter;
import dnn.data.NewItems;
import dnn.launcher.Environment;
import dnn.launcher.ExitCode;
import dnn.launcher.Refusal;
import dnn.launcher.run.AtomicFiles;
import dnn.launcher.run.Predictions;
import dnn.launcher.run.TrainedRun;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dnn predict}. */
@Command(
        name = "predict",
        mixinStandardHelpOptions = true,
        description = {
            "Predicts the target of every row of a table with a trained run, as CSV: the prediction and, for classes, the "
                    + "probability of each.",
            "",
            "Columns are matched by name: their order does not matter, further columns are ignored, the target need not be there.",
            ""
        },
        footer = {"", "Example:", "  dnn predict runs/iris/2026-01-31T12-00-00 --data new.csv --output predictions.csv"
        })
final class PredictCommand implements Callable<Integer> {
    private final Environment environment;

    @Parameters(index = "0", paramLabel = "RUN", description = "A run directory.")
    private Path run = Path.of("");

    @Option(
            names = "--data",
            required = true,
            paramLabel = "FILE",
            description = "The table: CSV or TSV, plain or gzip.")
    private Path data = Path.of("");

    @Option(names = "--output", paramLabel = "FILE", description = "Where predictions go. Default: standard output.")
    private @Nullable Path output;

    PredictCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        try (TrainedRun trained = Runs.open(environment, run)) {
            NewItems items = trained.read(environment.directory().resolve(data));
            if (!items.problems().isEmpty()) {
                throw new Refusal(DataErrors.report(items.problems(), data));
            }
            DataErrors.unseenCategories(items).forEach(environment.err()::println);
            String csv = csv(trained.predict(items.features().orElseThrow()), items.items());
            if (output == null) {
                environment.out().print(csv);
                environment.out().flush();
            } else {
                AtomicFiles.write(environment.directory().resolve(output), csv);
            }
        }
        return ExitCode.DONE;
    }

    private static String csv(Predictions predictions, int items) throws IOException {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(de.siegmar.fastcsv.writer.LineDelimiter.LF)
                .build(text)) {
            csv.writeRecord(predictions.header());
            for (int i = 0; i < items; i++) {
                csv.writeRecord(predictions.row(i));
            }
        }
        return text.toString();
    }
}
