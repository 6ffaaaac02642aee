package dnn.run.directory;

import static java.nio.charset.StandardCharsets.UTF_8;

import dnn.config.diagnostic.UserText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * {@code manifest.json}: the bytes and the SHA-256 of every file that a run wrote. Immutable and thread-safe.
 *
 * @param version of this format
 * @param files by their names relative to the run directory
 */
public record Manifest(int version, Map<String, Entry> files) {
    private static final int VERSION = 2;

    /** From this version on it holds a checksum of itself. */
    private static final int CHECKED = 2;

    /**
     * One file.
     *
     * @param bytes its size
     * @param sha256 of its content, in hexadecimal
     */
    public record Entry(long bytes, String sha256) {
        /** The entry of a file as it stands there. */
        public static Entry of(Path file) throws IOException {
            try (var in = Files.newInputStream(file)) {
                return of(in);
            }
        }

        private static Entry of(InputStream in) throws IOException {
            MessageDigest digest = digest();
            long bytes = 0;
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                bytes += read;
            }
            return new Entry(bytes, HexFormat.of().formatHex(digest.digest()));
        }

        /** The entry of a file with this content. */
        static Entry of(byte[] content) {
            return new Entry(content.length, HexFormat.of().formatHex(digest().digest(content)));
        }

        private static MessageDigest digest() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
        }

        /** In words. */
        public String inWords() {
            return UserText.count(bytes, "byte") + " with the SHA-256 " + sha256;
        }
    }

    /**
     * The manifest of these files of a folder.
     *
     * @throws IOException if one cannot be read, or is no longer there
     */
    public static Manifest of(Path folder, Iterable<String> names) throws IOException {
        Map<String, Entry> files = new TreeMap<>();
        for (String name : names) {
            files.put(name, Entry.of(folder.resolve(name)));
        }
        return new Manifest(VERSION, files);
    }

    /** This manifest and one more file. */
    Manifest with(String name, byte[] content) {
        Map<String, Entry> more = new TreeMap<>(files);
        more.put(name, Entry.of(content));
        return new Manifest(version, more);
    }

    /** The manifest that a folder holds; nothing where there is none that can be read. */
    public static Optional<Manifest> read(Path folder) throws IOException {
        Path file = folder.resolve(RunDirectory.MANIFEST);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(parse(Files.readString(file)));
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /**
     * Reads a text that dnn wrote, every character of it: whatever was changed shows in the checksum at its end.
     *
     * @throws IllegalArgumentException if dnn did not write it so
     */
    static Manifest parse(String text) {
        Map<String, Entry> files = new TreeMap<>();
        Manifest manifest;
        try {
            JsonNode written = StrictJson.tree(text);
            for (Map.Entry<String, JsonNode> entry : written.path("files").properties()) {
                JsonNode value = entry.getValue();
                files.put(
                        entry.getKey(),
                        new Entry(
                                value.path("bytes").asLong(-1),
                                value.path("sha256").asString("")));
            }
            manifest = new Manifest(written.path("version").asInt(0), files);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("text that is no JSON", e);
        }
        if (manifest.version > VERSION) {
            throw new IllegalArgumentException("one of the version " + manifest.version + " of its format");
        }
        if (!manifest.text().equals(text.replace("\r\n", "\n"))) {
            throw new IllegalArgumentException("another text");
        }
        return manifest;
    }

    /**
     * The manifest as text. It is the same wherever it is written, and ends with a checksum of all that stands before.
     */
    public String text() {
        StringBuilder text =
                new StringBuilder("{\n  \"version\" : ").append(version).append(",\n  \"files\" : {");
        String separator = "";
        for (Map.Entry<String, Entry> file : files.entrySet()) {
            text.append(separator).append("\n    ").append(StrictJson.quoted(file.getKey()));
            text.append(" : {\n      \"bytes\" : ").append(file.getValue().bytes);
            text.append(",\n      \"sha256\" : ")
                    .append(StrictJson.quoted(file.getValue().sha256))
                    .append("\n    }");
            separator = ",";
        }
        text.append(files.isEmpty() ? " }" : "\n  }");
        if (version >= CHECKED) {
            String before = text.toString();
            text.append(",\n  \"sha256\" : ").append(StrictJson.quoted(Entry.of(before.getBytes(UTF_8)).sha256));
        }
        return text.append("\n}\n").toString();
    }
}
