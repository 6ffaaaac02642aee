package dnn.run.directory;

import java.io.ByteArrayInputStream;
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
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code manifest.json}: the bytes and the SHA-256 of every file that a run wrote.
 *
 * @param version of this format
 * @param files by their names relative to the run directory
 */
record Manifest(int version, Map<String, Entry> files) {
    private static final int VERSION = 1;

    /**
     * One file.
     *
     * @param bytes its size
     * @param sha256 of its content, in hexadecimal
     */
    record Entry(long bytes, String sha256) {
        /** The entry of a file as it stands there. */
        static Entry of(Path file) throws IOException {
            try (var in = Files.newInputStream(file)) {
                return of(in);
            }
        }

        private static Entry of(InputStream in) throws IOException {
            try {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                long bytes = 0;
                byte[] buffer = new byte[1 << 16];
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    digest.update(buffer, 0, read);
                    bytes += read;
                }
                return new Entry(bytes, HexFormat.of().formatHex(digest.digest()));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
        }
    }

    /** The manifest of these files of a folder. */
    static Manifest of(Path folder, Iterable<String> names) throws IOException {
        Map<String, Entry> files = new TreeMap<>();
        for (String name : names) {
            if (Files.isRegularFile(folder.resolve(name))) {
                files.put(name, Entry.of(folder.resolve(name)));
            }
        }
        return new Manifest(VERSION, files);
    }

    /** This manifest and one more file. */
    Manifest with(String name, byte[] content) throws IOException {
        Map<String, Entry> more = new TreeMap<>(files);
        more.put(name, Entry.of(new ByteArrayInputStream(content)));
        return new Manifest(version, more);
    }

    /** The manifest that a folder holds; nothing where there is none that can be read. */
    static Optional<Manifest> read(Path folder) throws IOException {
        Path file = folder.resolve(RunDirectory.MANIFEST);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        Map<String, Entry> files = new TreeMap<>();
        try {
            JsonNode written = new JsonMapper().readTree(Files.readString(file));
            for (Map.Entry<String, JsonNode> entry : written.path("files").properties()) {
                JsonNode value = entry.getValue();
                files.put(
                        entry.getKey(),
                        new Entry(
                                value.path("bytes").asLong(-1),
                                value.path("sha256").asString("")));
            }
            return Optional.of(new Manifest(written.path("version").asInt(0), files));
        } catch (JacksonException | CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** As text. */
    String text() {
        return JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(this)
                + "\n";
    }
}
