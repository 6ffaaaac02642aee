package dnn.run.directory;

import dnn.api.dataset.Dataset;
import dnn.api.dataset.Matrix;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code data.json}: what the data was that a training began with, so that a later look at it can tell whether it is
 * the same. Immutable and thread-safe.
 *
 * @param version of this format
 * @param files bytes and SHA-256 of each file that was read, by its absolute path
 * @param splits items of each split, as they were after preprocessing
 */
public record DataFingerprint(int version, Map<String, Manifest.Entry> files, Map<String, Items> splits) {
    private static final int VERSION = 1;
    private static final int CHUNK = 1 << 13;
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /**
     * The items of a split.
     *
     * @param items how many
     * @param sha256 of their features, targets and weights, in hexadecimal
     */
    public record Items(int items, String sha256) {
        private static Items of(Dataset dataset) {
            MessageDigest digest = digest();
            update(digest, dataset.features());
            update(digest, dataset.targets());
            dataset.weights().ifPresent(weights -> update(digest, weights));
            return new Items(dataset.items(), HexFormat.of().formatHex(digest.digest()));
        }

        private static void update(MessageDigest digest, Matrix matrix) {
            update(digest, matrix.values());
        }

        private static void update(MessageDigest digest, double[] values) {
            byte[] bytes = new byte[CHUNK * Double.BYTES];
            ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            for (int from = 0; from < values.length; from += CHUNK) {
                int count = Math.min(CHUNK, values.length - from);
                buffer.asDoubleBuffer().put(values, from, count);
                digest.update(bytes, 0, count * Double.BYTES);
            }
        }
    }

    /** The fingerprint of these files, which must exist, and of the items that were made of them. */
    public static DataFingerprint of(List<Path> files, Map<String, Dataset> splits) throws IOException {
        Map<String, Manifest.Entry> entries = new LinkedHashMap<>();
        for (Path file : files) {
            entries.put(file.toString(), Manifest.Entry.of(file));
        }
        return new DataFingerprint(VERSION, entries, items(splits));
    }

    /** The fingerprint of the items of each split. */
    public static Map<String, Items> items(Map<String, Dataset> splits) {
        Map<String, Items> items = new LinkedHashMap<>();
        splits.forEach((split, dataset) -> items.put(split, Items.of(dataset)));
        return items;
    }

    /** The fingerprint as text. */
    public String text() {
        return JSON.writeValueAsString(this) + "\n";
    }

    /**
     * Reads a text back.
     *
     * @throws IOException if it is none of a fingerprint
     */
    public static DataFingerprint read(String text) throws IOException {
        try {
            JsonNode node = StrictJson.tree(text);
            Map<String, Manifest.Entry> files = new LinkedHashMap<>();
            node.path("files")
                    .properties()
                    .forEach(file -> files.put(
                            file.getKey(),
                            new Manifest.Entry(
                                    file.getValue().path("bytes").asLong(-1),
                                    file.getValue().path("sha256").asString(""))));
            Map<String, Items> splits = new LinkedHashMap<>();
            node.path("splits")
                    .properties()
                    .forEach(split -> splits.put(
                            split.getKey(),
                            new Items(
                                    split.getValue().path("items").asInt(-1),
                                    split.getValue().path("sha256").asString(""))));
            return new DataFingerprint(node.path("version").asInt(0), files, splits);
        } catch (JacksonException e) {
            throw new IOException(RunDirectory.DATA + " is not what a run leaves there", e);
        }
    }

    /** The fingerprint that a run directory holds; nothing where there is none. */
    public static Optional<DataFingerprint> in(Path directory) throws IOException {
        try {
            return Optional.of(read(Files.readString(directory.resolve(RunDirectory.DATA))));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (CharacterCodingException e) {
            throw new IOException(RunDirectory.DATA + " is not what a run leaves there", e);
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
