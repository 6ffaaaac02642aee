package dnn.run.directory;

import static java.nio.charset.StandardCharsets.UTF_8;

import dnn.config.diagnostic.UserText;
import dnn.run.directory.DamagedRunException.Damage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/**
 * The files of a run directory, read once and compared with its manifest: what is given out are the very bytes that
 * were compared. Nothing outside the directory is read. Immutable and thread-safe.
 */
public final class ProvenFiles {
    /** The files that a run is used from. */
    private static final List<String> PARTS =
            List.of(RunDirectory.EXPERIMENT, RunDirectory.PREPROCESSING, RunDirectory.WEIGHTS, RunDirectory.RESULT);

    /** So many damaged files are shown. */
    private static final int MOST = 10;

    /** A manifest beyond this is not one of a run. */
    private static final long MANIFEST_LIMIT = 16_000_000;

    /** Of the heap a file may take at most one part in so many. */
    private static final int SHARE_OF_HEAP = 3;

    private final Path run;
    private final Path directory;
    private final boolean proven;
    private final int count;
    private final Map<String, byte[]> contents = new HashMap<>();
    private final List<Damage> damages = new ArrayList<>();

    private ProvenFiles(Path run, Path directory, Optional<Manifest> manifest) throws IOException {
        this.run = run;
        this.directory = directory;
        this.proven = manifest.isPresent();
        this.count = manifest.map(listed -> listed.files().size()).orElse(0);
        if (manifest.isPresent()) {
            for (Map.Entry<String, Manifest.Entry> entry :
                    manifest.get().files().entrySet()) {
                compare(entry.getKey(), entry.getValue());
            }
            for (String part : PARTS) {
                if (!manifest.get().files().containsKey(part)) {
                    damages.add(new Damage(RunDirectory.MANIFEST, "an entry for `" + part + "`", "none"));
                }
            }
        } else {
            for (String part : PARTS) {
                obstacle(part).ifPresent(damages::add);
                if (damages.isEmpty()) {
                    contents.put(part, Files.readAllBytes(directory.resolve(part)));
                }
            }
        }
    }

    /**
     * Reads a run directory. What is damaged is told by {@link #damages()}.
     *
     * @throws DamagedRunException if its manifest is damaged or was lost
     * @throws IOException if it is not a run directory; the message says what is missing
     */
    public static ProvenFiles read(Path run) throws IOException {
        Path directory = EarlierRun.readable(run).toRealPath();
        Path file = directory.resolve(RunDirectory.MANIFEST);
        boolean listed = Files.exists(file, LinkOption.NOFOLLOW_LINKS);
        for (String part : PARTS) {
            if (!listed && !Files.exists(directory.resolve(part))) {
                throw new IOException("it has no " + part);
            }
        }
        Optional<Manifest> manifest = listed ? Optional.of(manifest(run, file)) : Optional.empty();
        ProvenFiles files = new ProvenFiles(run, directory, manifest);
        if (!listed && files.damages.isEmpty() && files.isOfVersionWithManifest()) {
            throw new DamagedRunException(
                    run, RunDirectory.MANIFEST, "bytes and SHA-256 of every file", "no such file");
        }
        return files;
    }

    private static Manifest manifest(Path run, Path file) throws IOException {
        String found;
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            found = "something that is no plain file";
        } else if (Files.size(file) > MANIFEST_LIMIT) {
            found = UserText.count(Files.size(file), "byte");
        } else {
            try {
                return Manifest.parse(decoded(Files.readAllBytes(file)));
            } catch (CharacterCodingException e) {
                found = "bytes that are not UTF-8";
            } catch (IllegalArgumentException e) {
                found = String.valueOf(e.getMessage());
            }
        }
        throw new DamagedRunException(
                run, RunDirectory.MANIFEST, "what dnn wrote, with its own checksum at the end", found);
    }

    private boolean isOfVersionWithManifest() throws IOException {
        try {
            return StrictJson.tree(text(RunDirectory.RESULT)).has("dnn");
        } catch (JacksonException e) {
            return false;
        }
    }

    private void compare(String name, Manifest.Entry expected) throws IOException {
        if (isDecoration(name) && isAbsent(name)) {
            return;
        }
        Optional<Damage> obstacle = obstacle(name);
        if (obstacle.isPresent()) {
            damages.add(obstacle.get());
            return;
        }
        Path file = directory.resolve(name);
        Manifest.Entry found;
        if (isUsed(name)) {
            byte[] content = Files.readAllBytes(file);
            contents.put(name, content);
            found = Manifest.Entry.of(content);
        } else {
            found = Manifest.Entry.of(file);
        }
        if (found.bytes() != expected.bytes()) {
            damages.add(
                    new Damage(name, UserText.count(expected.bytes(), "byte"), UserText.count(found.bytes(), "byte")));
        } else if (!found.equals(expected)) {
            damages.add(new Damage(name, expected.inWords(), "the SHA-256 " + found.sha256()));
        }
    }

    private static boolean isUsed(String name) {
        return PARTS.contains(name)
                || name.equals(RunDirectory.DATA)
                || name.equals(RunDirectory.METRICS)
                || name.startsWith(RunDirectory.DIVERGENCE + "/");
    }

    /** Pictures and what was said decorate a run: it is whole without them. */
    private static boolean isDecoration(String name) {
        return name.equals(RunDirectory.LOG) || name.startsWith(RunDirectory.PLOTS + "/");
    }

    private boolean isAbsent(String name) {
        try {
            return !Files.exists(directory.resolve(name), LinkOption.NOFOLLOW_LINKS);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** The reason why a file cannot be read at all. */
    private Optional<Damage> obstacle(String name) throws IOException {
        Path file;
        try {
            file = directory.resolve(name);
        } catch (InvalidPathException e) {
            return Optional.of(new Damage(RunDirectory.MANIFEST, "names of files", UserText.quote(name)));
        }
        if (!file.startsWith(directory) || !file.equals(file.normalize()) || file.equals(directory)) {
            return Optional.of(new Damage(RunDirectory.MANIFEST, "names inside the run", UserText.quote(name)));
        }
        Path place = directory;
        for (Path step : directory.relativize(file)) {
            place = place.resolve(step);
            if (Files.isSymbolicLink(place)) {
                return Optional.of(new Damage(name, "a file of the run itself", "a link"));
            }
        }
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(new Damage(name, "a file", "none"));
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(new Damage(name, "a file", "something that is no plain file"));
        }
        long most = Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP;
        return isUsed(name) && Files.size(file) > Math.min(most, Integer.MAX_VALUE - 16)
                ? Optional.of(new Damage(
                        name,
                        "at most " + UserText.bytes(most) + ", which can be read with this heap",
                        UserText.bytes(Files.size(file))))
                : Optional.empty();
    }

    private static String decoded(byte[] bytes) throws CharacterCodingException {
        return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }

    /** The run as it was named. */
    public Path run() {
        return run;
    }

    /** The number of files that the manifest lists. */
    public int count() {
        return count;
    }

    /** The folder of the files, links resolved. */
    public Path directory() {
        return directory;
    }

    /**
     * Tells whether there is a manifest; else an earlier version wrote the run, and the files are taken as they are.
     */
    public boolean proven() {
        return proven;
    }

    /** The differences from the manifest, the first few of it; empty where nothing does. */
    public List<Damage> damages() {
        return List.copyOf(damages.subList(0, Math.min(MOST, damages.size())));
    }

    /** The run's words about its data; nothing where an earlier version wrote it. */
    public Optional<DataFingerprint> data() throws IOException {
        return has(RunDirectory.DATA) ? Optional.of(DataFingerprint.read(text(RunDirectory.DATA))) : Optional.empty();
    }

    /** Tells whether a file that a run is used from could be read, damaged or not. */
    public boolean has(String name) {
        return contents.containsKey(name);
    }

    /** The bytes of a file that a run is used from; not a copy. */
    public byte[] bytes(String name) throws IOException {
        byte[] content = contents.get(name);
        if (content == null) {
            throw new DamagedRunException(run, name, "a file", "none");
        }
        return content;
    }

    /** The text of a file that a run is used from. */
    public String text(String name) throws IOException {
        try {
            return decoded(bytes(name));
        } catch (CharacterCodingException e) {
            throw new DamagedRunException(run, name, "text in UTF-8", "other bytes");
        }
    }
}
