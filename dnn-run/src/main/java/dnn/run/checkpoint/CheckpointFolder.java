package dnn.run.checkpoint;

import dnn.engine.training.TrainingState;
import dnn.run.directory.FolderContents;
import dnn.run.directory.ForcedFiles;
import dnn.run.directory.Manifest;
import dnn.run.directory.RunDirectory;
import dnn.run.directory.Safetensors;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The checkpoints of a run, each a folder named after the steps that were done. One is written in a folder of its own,
 * every file forced to the disk, its manifest last, and moved to its place in one go; only what was read back and
 * proved lets an older one go. Which is the newest is found by looking. For one thread at a time.
 */
public final class CheckpointFolder {
    static final String CHECKPOINT = "checkpoint.json";
    private static final String STATE = "state.safetensors";
    private static final List<String> FILES = List.of(STATE, CHECKPOINT, RunDirectory.EXPERIMENT, RunDirectory.DATA);
    private static final String NAME = "[0-9]{1,18}";
    private static final String PART = "\\.[0-9]{1,18}\\.part";
    private static final String DAMAGED = "damaged-";

    private final Path folder;

    /** Those in a folder, which need not exist yet. */
    public CheckpointFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * The outcome of a search.
     *
     * @param checkpoint the newest that is whole
     * @param messages what was put aside, and why
     */
    public record Found(Optional<Checkpoint> checkpoint, List<String> messages) {}

    /**
     * Saves a checkpoint; then the oldest go, so that {@code keep} stay. If it fails, those before are still there.
     *
     * @throws IOException if it could not be written, or does not read back
     */
    public void save(Checkpoint checkpoint, int keep) throws IOException {
        String name = Long.toString(checkpoint.state().steps());
        Path place = folder.resolve(name);
        if (Files.exists(place) && fault(place).isEmpty()) {
            return;
        }
        ForcedFiles.createFolders(folder);
        putAside(place);
        Path part = folder.resolve("." + name + ".part");
        if (Files.exists(part)) {
            ForcedFiles.remove(part);
        }
        Files.createDirectory(part);
        for (Map.Entry<String, byte[]> file : files(checkpoint).entrySet()) {
            ForcedFiles.write(part.resolve(file.getKey()), file.getValue());
        }
        String manifest = Manifest.of(part, FILES).text();
        ForcedFiles.write(part.resolve(RunDirectory.MANIFEST), manifest.getBytes(StandardCharsets.UTF_8));
        ForcedFiles.forceFolder(part);
        Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
        ForcedFiles.forceFolder(folder);
        Optional<String> fault = fault(place);
        if (fault.isPresent()) {
            putAside(place);
            throw new IOException("what was written does not read back: " + fault.get());
        }
        List<Path> all = newestFirst();
        for (Path old : all.subList(Math.min(keep, all.size()), all.size())) {
            remove(old);
        }
    }

    private static Map<String, byte[]> files(Checkpoint checkpoint) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(STATE, StateFile.encode(checkpoint.state()));
        files.put(
                RunDirectory.EXPERIMENT, checkpoint.surroundings().experiment().getBytes(StandardCharsets.UTF_8));
        files.put(RunDirectory.DATA, checkpoint.surroundings().data().getBytes(StandardCharsets.UTF_8));
        files.put(CHECKPOINT, CheckpointFile.of(checkpoint).bytes());
        return files;
    }

    /** First out of the way in one go, so that a removal that is cut short leaves no half checkpoint. */
    private void remove(Path checkpoint) throws IOException {
        Path part = folder.resolve("." + checkpoint.getFileName() + ".part");
        if (Files.exists(part)) {
            ForcedFiles.remove(part);
        }
        Files.move(checkpoint, part, StandardCopyOption.ATOMIC_MOVE);
        ForcedFiles.remove(part);
    }

    /** Removes what a training that was cut off left half done. */
    public void clean() throws IOException {
        for (Path part : named(PART)) {
            ForcedFiles.remove(part);
        }
    }

    /** The newest checkpoint that is whole; damaged ones that are newer get another name. */
    public Found newest() throws IOException {
        List<String> messages = new ArrayList<>();
        for (Path place : newestFirst()) {
            Optional<String> fault = fault(place);
            if (fault.isEmpty()) {
                try {
                    return new Found(Optional.of(read(place)), messages);
                } catch (IOException | IllegalArgumentException e) {
                    fault = Optional.of(String.valueOf(e.getMessage()));
                }
            }
            Path aside = putAside(place);
            messages.add("the checkpoint `" + RunDirectory.CHECKPOINTS + "/" + place.getFileName()
                    + "` is damaged and not used: " + fault.get() + "; it was put aside as `" + aside.getFileName()
                    + "`");
        }
        return new Found(Optional.empty(), messages);
    }

    /**
     * The newest checkpoint that is whole and of a step in a stretch; nothing is put aside.
     *
     * @param least steps that were done at least
     * @param most steps that were done at most
     */
    public Optional<Checkpoint> between(long least, long most) throws IOException {
        for (Path place : newestFirst()) {
            long steps = Long.parseLong(String.valueOf(place.getFileName()));
            if (steps >= least && steps <= most && fault(place).isEmpty()) {
                return Optional.of(read(place));
            }
        }
        return Optional.empty();
    }

    /** Tells whether any checkpoint stands here, whole or not. */
    public boolean isEmpty() throws IOException {
        return newestFirst().isEmpty();
    }

    /** The reason why the manifest and the files of a checkpoint disagree. */
    private static Optional<String> fault(Path place) throws IOException {
        Optional<Manifest> manifest = Manifest.read(place);
        if (manifest.isEmpty()) {
            return Optional.of("it has no `" + RunDirectory.MANIFEST + "` that can be read");
        }
        for (String name : FILES) {
            Manifest.Entry expected = manifest.get().files().get(name);
            Path file = place.resolve(name);
            if (expected == null || !Files.isRegularFile(file)) {
                return Optional.of("`" + name + "` is missing");
            }
            Manifest.Entry found = Manifest.Entry.of(file);
            if (found.bytes() != expected.bytes()) {
                return Optional.of("`" + name + "` has " + found.bytes() + " bytes, and had " + expected.bytes());
            }
            if (!found.equals(expected)) {
                return Optional.of("`" + name + "` has other bytes than were written: SHA-256 " + found.sha256()
                        + ", and was " + expected.sha256());
            }
        }
        return Optional.empty();
    }

    private static Checkpoint read(Path place) throws IOException {
        CheckpointFile file = CheckpointFile.read(Files.readString(place.resolve(CHECKPOINT)));
        TrainingState state = StateFile.decode(
                Safetensors.read(place.resolve(STATE)),
                file.figures(),
                file.epoch(),
                file.step(),
                file.steps(),
                file.secondsOfEpoch());
        return new Checkpoint(
                state,
                file.seconds(),
                new Surroundings(
                        Files.readString(place.resolve(RunDirectory.EXPERIMENT)),
                        Files.readString(place.resolve(RunDirectory.DATA)),
                        file.backend(),
                        file.precision(),
                        file.dnn(),
                        file.java(),
                        file.folds()));
    }

    /** Gives what stands in the place of a checkpoint another name; nothing is ever deleted that may be of use. */
    private Path putAside(Path place) throws IOException {
        Path aside = folder.resolve(DAMAGED + place.getFileName());
        for (int number = 2; Files.exists(aside); number++) {
            aside = folder.resolve(DAMAGED + place.getFileName() + "-" + number);
        }
        if (Files.exists(place)) {
            Files.move(place, aside, StandardCopyOption.ATOMIC_MOVE);
        }
        return aside;
    }

    private List<Path> newestFirst() throws IOException {
        List<Path> found = named(NAME);
        found.sort(Comparator.comparingLong((Path place) -> Long.parseLong(String.valueOf(place.getFileName())))
                .reversed());
        return found;
    }

    private List<Path> named(String pattern) throws IOException {
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            for (Path entry : FolderContents.entries(folder)) {
                if (String.valueOf(entry.getFileName()).matches(pattern)) {
                    found.add(entry);
                }
            }
        }
        return found;
    }
}
