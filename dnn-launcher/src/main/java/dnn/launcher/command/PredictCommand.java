package dnn.launcher.command;

import dnn.api.profile.DataProblem;
import dnn.data.newdata.NewData;
import dnn.data.newdata.NewDataOptions;
import dnn.data.newdata.NewItems;
import dnn.launcher.process.Environment;
import dnn.launcher.process.ExitCode;
import dnn.launcher.process.Refusal;
import dnn.run.directory.AtomicFiles;
import dnn.run.saved.SavedRun;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
            "Predicts the target of every row of a table with a trained run, as CSV or JSON lines: the "
                    + "prediction and, for classes, "
                    + "the probability of each. Rows are read, predicted and written piece by piece, so a table "
                    + "may be of any length.",
            "",
            "Missing cells are taken for the median or the commonest value of the training split, and "
                    + "counted at the end.",
            "",
            "Columns are matched by name: their order does not matter, further columns are ignored, the target "
                    + "need not be there.",
            ""
        },
        footer = {"", "Example:", "  dnn predict runs/iris/2026-01-31T12-00-00 --data new.csv --output predictions.csv"
        })
final class PredictCommand implements Callable<Integer> {
    /** Rows read at a time. */
    private static final int PIECE = 1024;

    private static final String STANDARD_INPUT = "-";

    private final Environment environment;

    @Parameters(index = "0", paramLabel = "RUN", description = "A run directory; of runs/<name>, the newest run.")
    private Path run = Path.of("");

    @Option(
            names = "--data",
            required = true,
            paramLabel = "FILE",
            description = "The table: CSV or TSV, or IDX images, plain or gzip; - for standard input.")
    private Path data = Path.of("");

    @Option(names = "--output", paramLabel = "FILE", description = "Where predictions go. Default: standard output.")
    private @Nullable Path output;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "csv (the default), or jsonl for a JSON object a line.")
    private PredictionWriter.Format format = PredictionWriter.Format.csv;

    @Option(
            names = "--keep",
            split = ",",
            paramLabel = "COLUMN",
            description = "Columns of the table that are written before the predictions as they are, with a comma "
                    + "between names.")
    private List<String> keep = List.of();

    @Option(
            names = "--strict",
            description =
                    "Refuse the whole table, before anything is written, for a missing cell in a column that training "
                            + "had no imputation for. Default: it is taken for the column's median or commonest value.")
    private boolean strict;

    PredictCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        if (output != null) {
            Existing.refuseTable(
                    environment.directory().resolve(output),
                    environment.directory().resolve(data));
        }
        run = Runs.named(environment, run);
        if (output != null && isOfTheRun(environment.directory().resolve(output))) {
            throw Refusal.of(
                    "`--output` names a file of the run's directory, and would replace it",
                    "choose another file for the predictions");
        }
        try (SavedRun trained = Runs.open(environment, run)) {
            if (output == null && strict) {
                printAll(trained);
            } else if (output == null) {
                Writer out = new OutputStreamWriter(environment.out(), StandardCharsets.UTF_8);
                predict(trained, out);
                out.flush();
            } else {
                Path file = environment.directory().resolve(output);
                environment.interruption().guard(() -> {
                    AtomicFiles.write(file, out -> predict(trained, out));
                    return file;
                });
            }
        } catch (InterruptedIOException e) {
            return ExitCode.INTERRUPTED;
        }
        return ExitCode.DONE;
    }

    /** Tells whether a file stands in the run's directory already. */
    private boolean isOfTheRun(Path file) throws IOException {
        Path place = environment.directory().resolve(run);
        return Files.isRegularFile(file)
                && Files.isDirectory(place)
                && file.toRealPath().startsWith(place.toRealPath());
    }

    /** Prints once it is known that all rows can be predicted. */
    private void printAll(SavedRun trained) throws IOException {
        Path whole = Files.createTempFile("predictions", ".txt");
        try {
            try (Writer out = Files.newBufferedWriter(whole)) {
                predict(trained, out);
            }
            Files.copy(whole, environment.out());
            environment.out().flush();
        } finally {
            Files.delete(whole);
        }
    }

    /** Reads, predicts and writes a piece after the other. */
    private void predict(SavedRun trained, Writer out) throws IOException {
        PredictionWriter writer = new PredictionWriter(out, format);
        Remarks remarks = new Remarks();
        try (NewData table = open(trained)) {
            for (Optional<NewItems> piece = table.next(PIECE); piece.isPresent(); piece = table.next(PIECE)) {
                NewItems items = piece.get();
                if (!items.problems().isEmpty()) {
                    out.flush();
                    throw new Refusal(DataErrors.report(items.problems(), data));
                }
                remarks.add(items);
                writer.write(trained.predict(items.features().orElseThrow()), keep, items.kept());
                if (output != null && environment.interruption().isRequested()) {
                    // What is half written goes; the file that was there stays.
                    throw new InterruptedIOException("interrupted");
                }
                if (output == null && environment.out().checkError()) {
                    // Nobody reads on, or the disk is full: the end of the command says so.
                    return;
                }
            }
        }
        remarks.lines().forEach(environment::say);
    }

    private NewData open(SavedRun trained) throws IOException {
        if (data.toString().equals(STANDARD_INPUT)) {
            return trained.open(environment.in(), "standard input", options());
        }
        Path file = environment.directory().resolve(data);
        Optional<DataProblem> problem = NewData.unopenable(file);
        if (problem.isPresent()) {
            throw new Refusal(DataErrors.report(List.of(problem.get()), data));
        }
        return trained.open(NewData.bytes(file), file.toString(), options());
    }

    private NewDataOptions options() {
        return new NewDataOptions(strict, keep, false);
    }
}
