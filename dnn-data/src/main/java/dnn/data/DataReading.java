package dnn.data;

import dnn.api.Data;
import dnn.api.profile.DataProfile;
import dnn.data.problem.DataException;
import dnn.data.table.TableSource;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Data that was read for its profile, from which training takes the items without reading it a second time. It is read
 * again where that is not possible: where the files are large or compressed, so that their numbers were not kept, where
 * a file has another size or time by now, and where the memory was needed for something else. Thread-safe.
 */
public final class DataReading {
    /** Files of up to this part of the heap are kept: a number of a few characters takes eight bytes. */
    private static final int PART_OF_HEAP = 32;

    private final Data data;
    private final Task task;
    private final long seed;
    private final Path directory;
    private final List<FileState> states;
    private final DataProfile profile;
    private final SoftReference<@Nullable Analysis> analysis;

    /** A file's size and the time of its last change. */
    private record FileState(long size, long modified) {
        /** The state of a file that is no regular one, or cannot be read. */
        private static final FileState NONE = new FileState(-1, -1);

        static FileState of(Path file) {
            try {
                BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                return attributes.isRegularFile()
                        ? new FileState(
                                attributes.size(), attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS))
                        : NONE;
            } catch (IOException e) {
                return NONE;
            }
        }
    }

    DataReading(Data data, Task task, long seed, Path directory, List<Path> files) {
        this.data = data;
        this.task = task;
        this.seed = seed;
        this.directory = directory;
        this.states = states(files);
        boolean whole = canBeKept(files, states);
        Analysis made =
                whole ? Analysis.of(data, task, seed, directory) : Analysis.ofSummaries(data, task, seed, directory);
        this.profile = made.profile();
        this.analysis = new SoftReference<>(whole ? made : null);
    }

    private static List<FileState> states(List<Path> files) {
        List<FileState> states = new ArrayList<>();
        files.forEach(file -> states.add(FileState.of(file)));
        return states;
    }

    private static boolean canBeKept(List<Path> files, List<FileState> states) {
        long bytes = states.stream().mapToLong(FileState::size).sum();
        return !states.contains(FileState.NONE)
                && bytes <= Runtime.getRuntime().maxMemory() / PART_OF_HEAP
                && files.stream().noneMatch(TableSource::isCompressed);
    }

    /** The facts that a check may know. */
    public DataProfile profile() {
        return profile;
    }

    /**
     * Everything training needs.
     *
     * @throws DataException as {@link DataLoader#load(Data, dnn.api.Training, long)}
     */
    public PreparedData load() {
        return whole().prepare();
    }

    /**
     * The data for training on every fold of cross-validation.
     *
     * @throws DataException as {@link DataLoader#folds}
     */
    public List<PreparedData> folds(int count) {
        return whole().folds(count);
    }

    private Analysis whole() {
        return Optional.ofNullable(analysis.get())
                .filter(known -> states(new DataLoader(directory).files(data)).equals(states))
                .orElseGet(() -> Analysis.of(data, task, seed, directory));
    }
}
