package dnn.run.directory;

import dnn.config.diagnostic.RunDiagnostics;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A run directory whose training is to go on: locked, and otherwise as it was until {@link #goOn}. A run that is
 * complete stays whole until what goes on from it is complete, too, and takes its place. For one thread at a time.
 */
public final class RunToGoOn implements AutoCloseable {
    private final Path folder;
    private final EarlierRun earlier;
    private final RunLock lock;
    private boolean handedOver;

    private RunToGoOn(Path folder, RunLock lock) {
        this.folder = folder;
        this.earlier = new EarlierRun(folder);
        this.lock = lock;
    }

    /**
     * Locks a run.
     *
     * @throws NoSuchFileException if there is no run
     * @throws OccupiedRunDirectoryException if another training writes into it
     * @throws IOException if it cannot be written to
     */
    public static RunToGoOn at(Path folder) throws IOException {
        if (!isRun(folder) && !isRun(folder.resolve(EarlierRun.NEXT))) {
            throw new NoSuchFileException(
                    folder.resolve(RunDirectory.EXPERIMENT).toString());
        }
        if (!Files.isWritable(folder)) {
            throw new AccessDeniedException(folder.toString());
        }
        RunLock lock = RunLock.take(folder)
                .orElseThrow(
                        () -> new OccupiedRunDirectoryException(RunDiagnostics.runDirectoryInUse(folder.toString())));
        RunToGoOn run = new RunToGoOn(folder, lock);
        try {
            run.earlier.finish();
            return run;
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static boolean isRun(Path folder) {
        return Files.isRegularFile(folder.resolve(RunDirectory.EXPERIMENT));
    }

    /** The folder that training goes on from: a folder inside where a run was already growing there. */
    public Path state() {
        Path next = folder.resolve(EarlierRun.NEXT);
        return isRun(next) ? next : folder;
    }

    /** Tells whether what it goes on from is a run that is complete. */
    public boolean isComplete() {
        return Files.exists(state().resolve(RunDirectory.RESULT));
    }

    /** From here on the run grows again; it holds the lock from now on. */
    public RunDirectory goOn() throws IOException {
        Path state = state();
        boolean fresh = isComplete();
        Path place = fresh ? earlier.next() : state;
        Leftovers.remove(place);
        Path log = state.resolve(RunDirectory.LOG);
        if (fresh && Files.exists(log)) {
            Files.copy(log, place.resolve(RunDirectory.LOG));
        }
        Optional<EarlierRun> replaced = place.equals(folder) ? Optional.empty() : Optional.of(earlier);
        RunDirectory run = new RunDirectory(folder, replaced, lock, place);
        handedOver = true;
        return LatestRun.isOneOfSeveral(folder) ? run.named() : run;
    }

    /** Lets the run go, unless it grows. */
    @Override
    public void close() throws IOException {
        if (!handedOver) {
            lock.close();
        }
    }
}
