package dnn.run.directory;

import dnn.engine.EpochReport;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The folder a training leaves behind. Its layout is a promise to users and stands here and in the reference. For one thread at a time. */
public final class RunDirectory {
    /** The experiment with every default written out. */
    public static final String EXPERIMENT = "experiment.yaml";

    /** What came out, as one JSON object. */
    public static final String RESULT = "result.json";

    /** One row an epoch. */
    public static final String METRICS = "metrics.csv";

    /** The tensors. */
    public static final String WEIGHTS = "model/weights.safetensors";

    /** What was fitted to the training split. */
    public static final String PREPROCESSING = "model/preprocessing.json";

    /** What the command said. */
    public static final String LOG = "log.txt";

    /** Folder of the pictures. */
    public static final String PLOTS = "plots";

    private static final DateTimeFormatter START_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss");

    private final Path path;

    private RunDirectory(Path path) {
        this.path = path;
    }

    /**
     * Makes {@code <parent>/<name>/<start time>}; a second run in the same second gets a number behind it.
     *
     * @throws IOException if it cannot be made
     */
    public static RunDirectory create(Path parent, String name, LocalDateTime start) throws IOException {
        Path folder = parent.resolve(name);
        Files.createDirectories(folder);
        String time = START_TIME.format(start);
        for (int attempt = 1; ; attempt++) {
            try {
                return new RunDirectory(
                        Files.createDirectory(folder.resolve(attempt == 1 ? time : time + "-" + attempt)));
            } catch (FileAlreadyExistsException e) {
                if (attempt == 1000) {
                    throw e;
                }
            }
        }
    }

    /**
     * Uses a folder the user named, made if need be. What an earlier run left there under the names of this layout is removed, so that old and new never
     * mix; anything else stays.
     *
     * @throws IOException if it cannot be made or written to
     */
    public static RunDirectory at(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (!Files.isWritable(folder)) {
            throw new AccessDeniedException(folder.toString());
        }
        RunDirectory run = new RunDirectory(folder);
        for (String file : List.of(EXPERIMENT, RESULT, METRICS, WEIGHTS, PREPROCESSING, LOG)) {
            Files.deleteIfExists(folder.resolve(file));
        }
        Path plots = folder.resolve(PLOTS);
        if (Files.isDirectory(plots)) {
            try (var pictures = Files.newDirectoryStream(plots, "*.svg")) {
                for (Path picture : pictures) {
                    Files.delete(picture);
                }
            }
        }
        return run;
    }

    /** Bytes that may still be written to a folder that need not exist yet. */
    public static long usableBytes(Path folder) throws IOException {
        Path existing = folder.toAbsolutePath().normalize();
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        return Files.getFileStore(existing).getUsableSpace();
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /** Writes a file of this layout. */
    public void write(String file, String text) throws IOException {
        AtomicFiles.write(path.resolve(file), text);
    }

    /** Writes a file of this layout. */
    public void write(String file, byte[] bytes) throws IOException {
        AtomicFiles.write(path.resolve(file), bytes);
    }

    /** Writes {@code metrics.csv}. */
    public void writeMetrics(List<EpochReport> epochs) throws IOException {
        StringBuilder csv = new StringBuilder("epoch");
        if (!epochs.isEmpty()) {
            epochs.get(0).figures().keySet().forEach(key -> csv.append(',').append(key));
        }
        csv.append(",learning_rate,seconds\n");
        for (EpochReport epoch : epochs) {
            csv.append(epoch.epoch());
            epoch.figures().values().forEach(value -> csv.append(',').append(value));
            csv.append(',').append(epoch.learningRate());
            csv.append(String.format(Locale.ROOT, ",%.6f", epoch.seconds())).append('\n');
        }
        write(METRICS, csv.toString());
    }

    /** Adds a line to {@code log.txt}. */
    public void log(String line) throws IOException {
        Files.writeString(
                path.resolve(LOG), line + System.lineSeparator(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** The files written so far with their sizes, by their names relative to the folder. */
    public Map<String, Long> files() throws IOException {
        Map<String, Long> files = new TreeMap<>();
        try (var all = Files.walk(path)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(path.relativize(file).toString().replace('\\', '/'), Files.size(file));
            }
        }
        return files;
    }
}
