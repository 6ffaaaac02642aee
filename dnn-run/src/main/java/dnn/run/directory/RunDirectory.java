// Longer than 300 lines: the files of a run, and the order in which they are written, which is what a reader relies on.
package dnn.run.directory;

import dnn.config.diagnostic.RunDiagnostics;
import dnn.engine.training.EpochReport;
import dnn.engine.training.TrainingListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The folder a training leaves behind. Its layout is a promise to users and stands here and in the reference. For one
 * thread at a time.
 */
public final class RunDirectory implements AutoCloseable {
    /** The experiment with every default written out. */
    public static final String EXPERIMENT = "experiment.yaml";

    /** The results, as one JSON object. */
    public static final String RESULT = "result.json";

    /** One row an epoch. */
    public static final String METRICS = "metrics.csv";

    /** The tensors. */
    public static final String WEIGHTS = "model/weights.safetensors";

    /** The preprocessing fitted to the training split. */
    public static final String PREPROCESSING = "model/preprocessing.json";

    /** The words of the command. */
    public static final String LOG = "log.txt";

    /** The data that training began with. */
    public static final String DATA = "data.json";

    /** Folder of the checkpoints. */
    public static final String CHECKPOINTS = "checkpoints";

    /** Folder of the step in which numbers stopped being finite. */
    public static final String DIVERGENCE = "divergence";

    /** The file of that step, the first number that was not finite, the likely cause, and the rows of the batch. */
    public static final String DIVERGED_STEP = DIVERGENCE + "/step.json";

    /** The parameters before that step, and its batch. */
    public static final String DIVERGED_NUMBERS = DIVERGENCE + "/step.safetensors";

    /** The greatest |z| of each layer over the last steps. */
    public static final String LAST_STEPS = DIVERGENCE + "/last-steps.csv";

    /** Folder of the pictures. */
    public static final String PLOTS = "plots";

    /** Bytes and checksum of every file. */
    public static final String MANIFEST = "manifest.json";

    private static final DateTimeFormatter START_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss");

    private final Path path;
    private final Optional<EarlierRun> earlier;
    private final RunLock lock;
    private final Set<String> written = new TreeSet<>();

    /** Tells whether it stands among other runs of the experiment, by its start time. */
    private boolean named;

    /** The folder in which files are written: a folder inside as long as an earlier run stands here. */
    private Path place;

    private RunDirectory(Path path, Optional<EarlierRun> earlier, RunLock lock) throws IOException {
        this(path, earlier, lock, earlier.isPresent() ? earlier.get().next() : path);
    }

    /**
     * A run whose files are written to {@code place}.
     *
     * @param earlier the run in whose place it comes once it is complete
     */
    RunDirectory(Path path, Optional<EarlierRun> earlier, RunLock lock, Path place) throws IOException {
        this.path = path;
        this.earlier = earlier;
        this.lock = lock;
        this.place = place;
        log(RunMarks.LOG_BEGINNING + Machine.dnn() + ", Java " + Machine.java());
    }

    /** The run stands among others of its experiment, by its start time. */
    RunDirectory named() {
        named = true;
        return this;
    }

    /**
     * Makes {@code <parent>/<name>/<start time>}; a second run in the same second gets a number behind it. Once the run
     * is complete, the link {@code <parent>/<name>/latest} leads to the newest run there.
     *
     * @throws IOException if it cannot be made
     */
    public static RunDirectory create(Path parent, String name, LocalDateTime start) throws IOException {
        Path folder = parent.resolve(name);
        ForcedFiles.createFolders(folder);
        String time = START_TIME.format(start);
        for (int attempt = 1; ; attempt++) {
            try {
                Path made = Files.createDirectory(folder.resolve(attempt == 1 ? time : time + "-" + attempt));
                ForcedFiles.forceFolder(folder);
                return at(made).named();
            } catch (FileAlreadyExistsException e) {
                if (attempt == 1000) {
                    throw e;
                }
            }
        }
    }

    /**
     * Uses a folder the user named, made if need be. It must be empty.
     *
     * @throws OccupiedRunDirectoryException if it is not, or another training writes into it
     * @throws IOException if it cannot be made or written to
     */
    public static RunDirectory at(Path folder) throws IOException {
        return open(folder, "", false);
    }

    /**
     * A run directory in whose place a run of the same experiment may stand: the new one takes its place once it is
     * complete. Of the old one only what dnn wrote is removed; anything else stays.
     *
     * @param name of the experiment
     * @throws OccupiedRunDirectoryException if something else stands there, or another training writes into it
     * @throws IOException if it cannot be made or written to
     */
    public static RunDirectory replacing(Path folder, String name) throws IOException {
        return open(folder, name, true);
    }

    private static RunDirectory open(Path folder, String name, boolean overwrite) throws IOException {
        ForcedFiles.createFolders(folder);
        if (!Files.isWritable(folder)) {
            throw new AccessDeniedException(folder.toString());
        }
        if (!Files.exists(folder.resolve(RunLock.FILE))) {
            // A folder of somebody else's stays untouched: no lock is taken there.
            earlier(folder, name, overwrite);
        }
        RunLock lock = RunLock.take(folder)
                .orElseThrow(
                        () -> new OccupiedRunDirectoryException(RunDiagnostics.runDirectoryInUse(folder.toString())));
        try {
            Leftovers.remove(folder);
            return new RunDirectory(folder, earlier(folder, name, overwrite), lock);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** The run that the new one replaces, unless the folder is empty. */
    private static Optional<EarlierRun> earlier(Path folder, String name, boolean overwrite) throws IOException {
        List<String> contents = EarlierRun.contents(folder);
        if (contents.isEmpty()) {
            return Optional.empty();
        }
        EarlierRun earlier = new EarlierRun(folder);
        Optional<String> obstacle = overwrite ? earlier.obstacle(name) : Optional.empty();
        if (!overwrite || obstacle.isPresent()) {
            throw new OccupiedRunDirectoryException(
                    RunDiagnostics.runDirectoryOccupied(folder.toString(), contents, obstacle));
        }
        return Optional.of(earlier);
    }

    /** The path of the directory. */
    public Path path() {
        return path;
    }

    /** The folder that its checkpoints are saved in, as long as the run grows. */
    public Path checkpoints() {
        return place.resolve(CHECKPOINTS);
    }

    /** Writes a file of this layout. */
    public void write(String file, String text) throws IOException {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a file of this layout. Its bytes are on the disk; its name is when the run is complete. */
    public void write(String file, byte[] bytes) throws IOException {
        AtomicFiles.writeUnnamed(place.resolve(file), bytes);
        written.add(file);
    }

    /** Everything that was written is on the disk, with its name. */
    private void force() throws IOException {
        Set<Path> folders = new TreeSet<>(Set.of(place));
        for (String file : written) {
            folders.add(ForcedFiles.parent(place.resolve(file)));
        }
        for (Path folder : folders) {
            ForcedFiles.forceFolder(folder);
        }
    }

    /**
     * The run is complete with this result: from here on it can be used, and stands in the place of an earlier one.
     * Whatever comes after it is decoration.
     *
     * @param result the text of {@code result.json}
     */
    public void complete(String result) throws IOException {
        // The log still grows.
        written.remove(LOG);
        force();
        byte[] bytes = result.getBytes(StandardCharsets.UTF_8);
        Manifest others = Manifest.of(place, written);
        write(MANIFEST, others.with(RESULT, bytes).text());
        ForcedFiles.forceFolder(place);
        write(RESULT, bytes);
        ForcedFiles.forceFolder(place);
        if (earlier.isPresent()) {
            earlier.get().replace();
            place = path;
        }
        if (named) {
            LatestRun.link(Objects.requireNonNull(path.toAbsolutePath().getParent()));
        }
    }

    /** Nothing more is written: the manifest covers everything. */
    public void finish() throws IOException {
        ForcedFiles.forceFile(place.resolve(LOG));
        written.add(LOG);
        force();
        written.remove(MANIFEST);
        write(MANIFEST, Manifest.of(place, written).text());
        ForcedFiles.forceFolder(place);
    }

    /** Other trainings may use the folder, to replace this run. */
    @Override
    public void close() throws IOException {
        lock.close();
    }

    /** Tells a listener everything, and lets {@code metrics.csv} and {@code log.txt} grow epoch by epoch. */
    public TrainingListener recording(TrainingListener listener) {
        return new EpochRecorder(place.resolve(METRICS), this, listener);
    }

    /** The text of {@code metrics.csv} for these epochs. */
    public static String metrics(List<EpochReport> epochs) {
        return EpochRecorder.text(epochs);
    }

    /** {@code metrics.csv} holds every epoch: written again where a disk that was full for a while has left gaps. */
    public void endEpochs(List<EpochReport> epochs) throws IOException {
        String text = EpochRecorder.text(epochs);
        Path file = place.resolve(METRICS);
        if (!Files.exists(file)) {
            // Nobody recorded them while they were trained.
            for (EpochReport epoch : epochs) {
                log(EpochRecorder.line(epoch));
            }
        }
        if (Files.isRegularFile(file) && Files.readString(file).equals(text)) {
            ForcedFiles.forceFile(file);
            written.add(METRICS);
        } else {
            write(METRICS, text);
        }
    }

    /** {@code metrics.csv} holds these epochs and no others: the rows of later ones are trained again. */
    public void beginEpochs(List<EpochReport> epochs) throws IOException {
        if (epochs.isEmpty()) {
            Files.deleteIfExists(place.resolve(METRICS));
        } else {
            write(METRICS, EpochRecorder.text(epochs));
        }
    }

    /** Adds a line to {@code log.txt}. */
    public void log(String line) throws IOException {
        Files.writeString(
                place.resolve(LOG),
                line + System.lineSeparator(),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
