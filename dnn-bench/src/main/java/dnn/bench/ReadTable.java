package dnn.bench;

import dnn.api.Data;
import dnn.api.Dsl;
import dnn.api.data.Preprocessing;
import dnn.api.data.Split;
import dnn.api.data.Table;
import dnn.api.loss.TargetKind;
import dnn.api.path.KeyPaths;
import dnn.api.profile.DataProfile;
import dnn.api.random.RandomStream;
import dnn.api.random.RandomStreams;
import dnn.data.DataLoader;
import dnn.data.PreparedData;
import dnn.data.table.TableReader;
import dnn.data.table.TableReading;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/**
 * Measures how fast a table is read. With a file and a target: from the start of the machine to its profile, as a check
 * needs it, and on to matrices. With counts of rows and columns: a table is generated, read, and made ready to train;
 * run with a heap of less than three times its matrix, 8·rows·columns bytes, it shows that this is enough.
 */
final class ReadTable {
    private static final double MEGABYTE = 1e6;
    private static final double NANOSECONDS = 1e9;

    private ReadTable() {}

    /** Arguments: {@code FILE TARGET}, or {@code ROWS COLUMNS}. */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (arguments[0].matches("\\d+")) {
            Path file = Files.createTempFile("table", ".csv");
            try {
                int columns = Integer.parseInt(arguments[1]);
                generate(file, Integer.parseInt(arguments[0]), columns);
                read(file, out);
                prepare(file, "c" + columns, out);
            } finally {
                Files.delete(file);
            }
        } else {
            prepare(Path.of(arguments[0]), arguments[1], out);
        }
    }

    /** Numbers with four decimals, as measurements have them. */
    private static void generate(Path file, int rows, int columns) throws IOException {
        RandomStream random = new RandomStreams(1).stream("table");
        try (BufferedWriter text = Files.newBufferedWriter(file)) {
            for (int column = 1; column <= columns; column++) {
                text.append(column == 1 ? "c" : ",c").append(Integer.toString(column));
            }
            text.append('\n');
            for (int row = 0; row < rows; row++) {
                for (int column = 0; column < columns; column++) {
                    if (column > 0) {
                        text.append(',');
                    }
                    long parts = (long) (random.nextGaussian() * 100_000);
                    text.append(parts < 0 ? "-" : "").append(Long.toString(Math.abs(parts) / 10_000));
                    text.append('.')
                            .append(Long.toString(10_000 + Math.abs(parts) % 10_000)
                                    .substring(1));
                }
                text.append('\n');
            }
        }
    }

    private static void read(Path file, PrintStream out) throws IOException {
        long start = System.nanoTime();
        TableReading reading = new TableReader(KeyPaths.DATA_SOURCE, Set.of()).read(file);
        double seconds = (System.nanoTime() - start) / NANOSECONDS;
        int items = reading.table().orElseThrow().items();
        double megabytes = Files.size(file) / MEGABYTE;
        out.printf(
                Locale.ROOT,
                "read %,d rows, %.1f MB in %.2f s: %.1f MB/s%n",
                items,
                megabytes,
                seconds,
                megabytes / seconds);
    }

    private static void prepare(Path file, String target, PrintStream out) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Table table = Dsl.table(file.toAbsolutePath().toString(), target);
        DataLoader loader = new DataLoader(folder == null ? file : folder);
        Data declared = new Data(table, Split.STANDARD, Preprocessing.defaults());
        long start = System.nanoTime();
        DataProfile profile = loader.profile(declared, TargetKind.NUMBERS, 1);
        double checked = (System.nanoTime() - start) / NANOSECONDS;
        out.printf(
                Locale.ROOT,
                "profile of %,d rows for a check in %.2f s: %.1f MB/s%n",
                profile.items(),
                checked,
                Files.size(file) / MEGABYTE / checked);
        start = System.nanoTime();
        PreparedData data = loader.load(declared, Dsl.meanSquaredError(), 1);
        double seconds = (System.nanoTime() - start) / NANOSECONDS;
        out.printf(
                Locale.ROOT,
                "read, split and encoded: %,d items for training, %d inputs, in %.2f s; heap of at most %,d MB%n",
                data.train().items(),
                data.preprocessor().inputs(),
                seconds,
                Math.round(Runtime.getRuntime().maxMemory() / MEGABYTE));
    }
}
