package dnn.bench;

import dnn.api.Experiment;
import dnn.api.dataset.Dataset;
import dnn.api.dataset.Matrix;
import dnn.config.BaseResolver;
import dnn.config.ExperimentLoader;
import dnn.data.DataLoader;
import dnn.data.PreparedData;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Writes the splits of an experiment as its network sees them, and how its targets were scaled, so that a peer can
 * learn from the same items: {@code peers/tables.py} reads them.
 */
final class ExportSplit {
    private ExportSplit() {}

    /** Arguments: the folder to write to, the experiment, and overrides. */
    public static void main(String[] arguments) throws IOException {
        List<String> all = Arrays.asList(arguments);
        Experiment experiment = new ExperimentLoader(BaseResolver.files())
                .load(Path.of(all.get(1)), all.subList(2, all.size()))
                .experiment();
        PreparedData data =
                new DataLoader(Path.of("")).load(experiment.data(), experiment.training(), experiment.seedInForce());
        Path folder = Files.createDirectories(Path.of(all.get(0)));
        write(folder, "train", data.train());
        write(folder, "test", data.test());
        Files.write(
                folder.resolve("units"),
                data.test().units().stream()
                        .map(unit -> unit.scale() + " " + unit.offset() + " " + unit.divisor())
                        .toList());
    }

    private static void write(Path folder, String split, Dataset items) throws IOException {
        write(folder.resolve(split + "-x"), items.features());
        write(folder.resolve(split + "-y"), items.targets());
    }

    /** Rows and columns as four bytes each, then the numbers item by item, the most significant byte first. */
    private static void write(Path file, Matrix matrix) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.writeInt(matrix.rows());
            out.writeInt(matrix.columns());
            for (double value : matrix.values()) {
                out.writeDouble(value);
            }
        }
    }
}
