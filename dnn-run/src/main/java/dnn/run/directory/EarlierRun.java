package dnn.run.directory;

import dnn.config.BaseResolver;
import dnn.config.ExperimentLoader;
import dnn.config.LoadedExperiment;
import dnn.config.diagnostic.UserText;
import dnn.config.yaml.ExperimentWriter;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A run that another one may replace. The new run is written into a folder inside and takes the old one's place when it
 * is complete: until then the old one stays whole, and nothing is removed but what dnn wrote, byte for byte.
 */
final class EarlierRun {
    /** The folder inside in which the new run grows. */
    static final String NEXT = ".next";

    /** The files that a run without a manifest may have written: one of an earlier version, or one that was killed. */
    private static final List<String> KNOWN = List.of(
            RunDirectory.EXPERIMENT,
            RunDirectory.RESULT,
            RunDirectory.METRICS,
            RunDirectory.WEIGHTS,
            RunDirectory.PREPROCESSING,
            RunDirectory.LOG,
            RunDirectory.DATA,
            RunDirectory.DIVERGED_NUMBERS,
            RunDirectory.DIVERGED_STEP,
            RunDirectory.LAST_STEPS,
            RunDirectory.PLOTS + "/learning-curves.svg",
            RunDirectory.PLOTS + "/network.svg",
            RunDirectory.PLOTS + "/confusion-matrix.svg",
            RunDirectory.PLOTS + "/decision-regions.svg");

    private final Path folder;

    EarlierRun(Path folder) {
        this.folder = folder;
    }

    /** The names in a folder besides the file of its lock. */
    static List<String> contents(Path folder) throws IOException {
        List<String> names = new ArrayList<>();
        for (Path entry : FolderContents.entries(folder)) {
            names.add(String.valueOf(entry.getFileName()));
        }
        names.remove(RunLock.FILE);
        names.sort(Comparator.naturalOrder());
        return names;
    }

    /**
     * The place where a run that is complete is to be read: the folder itself, or the folder inside if replacing was
     * cut short at its very end.
     */
    static Path readable(Path folder) {
        Path next = folder.resolve(NEXT);
        return !Files.exists(folder.resolve(RunDirectory.RESULT)) && Files.exists(next.resolve(RunDirectory.RESULT))
                ? next
                : folder;
    }

    /** Why a run of the named experiment may not replace what stands here; nothing if it may. */
    Optional<String> obstacle(String name) throws IOException {
        if (!RunMarks.on(folder) && !RunMarks.on(folder.resolve(NEXT))) {
            return Optional.of("dnn did not write it: it has no `" + RunDirectory.RESULT + "` and no `"
                    + RunDirectory.LOG + "` of a run");
        }
        Path file = folder.resolve(RunDirectory.EXPERIMENT);
        if (!Files.isRegularFile(file)) {
            return Optional.of("it has no `" + RunDirectory.EXPERIMENT + "` that says of which experiment it is a run");
        }
        LoadedExperiment loaded = new ExperimentLoader(BaseResolver.none()).load(file, List.of());
        if (!loaded.isReadable("name")) {
            return Optional.of("its `" + RunDirectory.EXPERIMENT + "` does not say of which experiment it is a run");
        }
        String found = loaded.experiment().name();
        if (!found.equals(name)) {
            return Optional.of(
                    "it is a run of another experiment: " + UserText.quote(found) + ", not " + UserText.quote(name));
        }
        return changed(loaded, file)
                .map(changed -> UserText.quote(changed) + " was changed since dnn wrote it, and would be lost");
    }

    /** A file that is not what dnn wrote, if there is one. */
    private Optional<String> changed(LoadedExperiment loaded, Path file) throws IOException {
        Optional<Manifest> manifest = Manifest.read(folder);
        if (manifest.isEmpty()) {
            boolean same = loaded.diagnostics().isEmpty()
                    && ExperimentWriter.writeResolved(loaded.experiment()).equals(Files.readString(file));
            return same ? Optional.empty() : Optional.of(RunDirectory.EXPERIMENT);
        }
        for (var entry : manifest.get().files().entrySet()) {
            Path own = folder.resolve(entry.getKey());
            if (isInside(own)
                    && Files.exists(own, LinkOption.NOFOLLOW_LINKS)
                    && (!Files.isRegularFile(own, LinkOption.NOFOLLOW_LINKS)
                            || !Manifest.Entry.of(own).equals(entry.getValue()))) {
                return Optional.of(entry.getKey());
            }
        }
        return Optional.empty();
    }

    /**
     * Ends a replacement that was cut short: a new run that is complete takes its place, and what is left of one that
     * has taken it goes.
     */
    void finish() throws IOException {
        Path grown = folder.resolve(NEXT).resolve(RunDirectory.RESULT);
        Path own = folder.resolve(RunDirectory.RESULT);
        if (Files.exists(grown)) {
            if (Files.exists(own) && Files.mismatch(own, grown) == -1) {
                ForcedFiles.remove(folder.resolve(NEXT));
            } else {
                replace();
            }
        }
    }

    /** An empty folder inside for the new run. A replacement that was cut short after its commit is finished first. */
    Path next() throws IOException {
        Path next = folder.resolve(NEXT);
        if (Files.exists(next, LinkOption.NOFOLLOW_LINKS)) {
            if (!readable(folder).equals(folder)) {
                replace();
            } else {
                ForcedFiles.remove(next);
            }
        }
        ForcedFiles.createFolders(next);
        return next;
    }

    /**
     * Puts the complete run of the folder inside in this one's place. Whenever it is cut short, also by a power cut,
     * {@link #readable} is a whole run: the old result is gone from the disk before anything of the old run is, and the
     * new one is on it before anything of the folder inside goes.
     */
    void replace() throws IOException {
        Path next = folder.resolve(NEXT);
        List<Path> files = FolderContents.tree(next).stream()
                .filter(Files::isRegularFile)
                .map(next::relativize)
                .toList();
        List<String> old = Manifest.read(folder)
                .map(manifest -> List.copyOf(manifest.files().keySet()))
                .orElse(KNOWN);
        Files.deleteIfExists(folder.resolve(RunDirectory.RESULT));
        ForcedFiles.forceFolder(folder);
        for (String name : old) {
            Path file = folder.resolve(name);
            if (isInside(file) && !Files.exists(next.resolve(name)) && Files.deleteIfExists(file)) {
                removeIfEmpty(file.resolveSibling(""));
            }
        }
        Set<Path> folders = new TreeSet<>(Set.of(folder.toAbsolutePath()));
        for (Path file : files) {
            if (!file.toString().equals(RunDirectory.RESULT)) {
                place(next.resolve(file), folder.resolve(file));
                folders.add(ForcedFiles.parent(folder.resolve(file)));
            }
        }
        removeCheckpoints(next);
        for (Path changed : folders) {
            ForcedFiles.forceFolder(changed);
        }
        place(next.resolve(RunDirectory.RESULT), folder.resolve(RunDirectory.RESULT));
        ForcedFiles.forceFolder(folder);
        Files.delete(next.resolve(RunDirectory.RESULT));
        ForcedFiles.remove(next);
    }

    /** Removes the checkpoints that the new run does not have: nothing is to go on from another run's. */
    private void removeCheckpoints(Path next) throws IOException {
        Path checkpoints = folder.resolve(RunDirectory.CHECKPOINTS);
        if (!Files.isDirectory(checkpoints, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        for (Path checkpoint : FolderContents.entries(checkpoints)) {
            boolean own = String.valueOf(checkpoint.getFileName()).matches("[0-9]+|\\.[0-9]+\\.part")
                    && Files.isDirectory(checkpoint, LinkOption.NOFOLLOW_LINKS);
            if (own && !Files.exists(next.resolve(RunDirectory.CHECKPOINTS).resolve(checkpoint.getFileName()))) {
                ForcedFiles.remove(checkpoint);
            }
        }
        removeIfEmpty(checkpoints);
    }

    /** Tells whether a name of a manifest, which may come from anywhere, leads to a place below this folder. */
    private boolean isInside(Path file) throws IOException {
        Path parent = file.normalize().getParent();
        return file.normalize().startsWith(folder.normalize())
                && parent != null
                && Files.isDirectory(parent)
                && parent.toRealPath().startsWith(folder.toRealPath());
    }

    /** A second name for the same bytes where the file system has that, else a copy; moved to its place in one go. */
    private static void place(Path source, Path target) throws IOException {
        ForcedFiles.createFolders(ForcedFiles.parent(target));
        Path beside = target.resolveSibling("." + target.getFileName() + ".next");
        Files.deleteIfExists(beside);
        try {
            Files.createLink(beside, source);
        } catch (UnsupportedOperationException | FileSystemException e) {
            Files.copy(source, beside, StandardCopyOption.REPLACE_EXISTING);
            ForcedFiles.forceFile(beside);
        }
        Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        // Where both were names of the same bytes already, a move leaves both.
        Files.deleteIfExists(beside);
    }

    private static void removeIfEmpty(Path folder) throws IOException {
        try {
            Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException e) {
            // Somebody else's files stay, and so does their folder.
        }
    }
}
