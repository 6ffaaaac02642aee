package dnn.run.directory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The safetensors format: eight bytes of header length, little endian; a JSON header that gives each tensor's type,
 * shape and place; the tensors' bytes, the last dimension running fastest, little endian. Tensors stand in name order.
 * Thread-safe.
 */
public final class Safetensors {
    /** A header beyond this is not read: the format's own limit. */
    private static final long HEADER_LIMIT = 100_000_000;

    private static final JsonMapper JSON = new JsonMapper();

    private Safetensors() {}

    /** How a number is stored. */
    public enum NumberType {
        /** 32-bit floating point. */
        F32(4),
        /** 64-bit floating point. */
        F64(8);

        private final int bytes;

        NumberType(int bytes) {
            this.bytes = bytes;
        }
    }

    /**
     * A named tensor of any rank.
     *
     * @param name unique in a file
     * @param shape its dimensions
     * @param values the numbers, the last dimension running fastest
     */
    public record Tensor(String name, List<Integer> shape, double[] values) {
        public Tensor {
            shape = List.copyOf(shape);
        }
    }

    /** The bytes of a file with these tensors. */
    public static byte[] encode(List<Tensor> tensors, NumberType type) {
        List<Tensor> sorted = inNameOrder(tensors);
        ObjectNode header = JSON.createObjectNode();
        long offset = 0;
        for (Tensor tensor : sorted) {
            ObjectNode entry = header.putObject(tensor.name());
            entry.put("dtype", type.name());
            ArrayNode shape = entry.putArray("shape");
            tensor.shape().forEach(shape::add);
            long end = offset + (long) tensor.values().length * type.bytes;
            entry.putArray("data_offsets").add(offset).add(end);
            offset = end;
        }
        StringBuilder text = new StringBuilder(header.toString());
        while (text.toString().getBytes(StandardCharsets.UTF_8).length % 8 != 0) {
            text.append(' ');
        }
        byte[] headerBytes = text.toString().getBytes(StandardCharsets.UTF_8);
        ByteBuffer file = ByteBuffer.allocate(Math.toIntExact(8 + headerBytes.length + offset))
                .order(ByteOrder.LITTLE_ENDIAN);
        file.putLong(headerBytes.length).put(headerBytes);
        sorted.forEach(tensor -> put(file, tensor, type));
        return file.array();
    }

    /** SHA-256 over the tensors' bytes in name order, without names or shapes, in hexadecimal. */
    public static String sha256(List<Tensor> tensors, NumberType type) {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
        for (Tensor tensor : inNameOrder(tensors)) {
            ByteBuffer bytes =
                    ByteBuffer.allocate(tensor.values().length * type.bytes).order(ByteOrder.LITTLE_ENDIAN);
            put(bytes, tensor, type);
            digest.update(bytes.array());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * Reads a file.
     *
     * @throws IOException if it cannot be read or is not of this format; the message says what is wrong with it
     */
    public static List<Tensor> read(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.remaining() < 8) {
            throw new IOException("it is too short for a safetensors file");
        }
        long headerLength = bytes.getLong();
        if (headerLength < 2 || headerLength > Math.min(HEADER_LIMIT, bytes.remaining())) {
            throw new IOException("its header length of " + headerLength + " bytes does not fit the file");
        }
        byte[] headerBytes = new byte[(int) headerLength];
        bytes.get(headerBytes);
        ByteBuffer data = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
        try {
            JsonNode header = JSON.readTree(headerBytes);
            List<Tensor> tensors = new ArrayList<>();
            Map<String, JsonNode> entries = new TreeMap<>();
            header.properties().forEach(entry -> entries.put(entry.getKey(), entry.getValue()));
            entries.remove("__metadata__");
            for (Map.Entry<String, JsonNode> entry : entries.entrySet()) {
                tensors.add(tensor(entry.getKey(), entry.getValue(), data));
            }
            return tensors;
        } catch (JacksonException | IllegalArgumentException e) {
            throw new IOException("its header is not one of a safetensors file", e);
        }
    }

    private static Tensor tensor(String name, JsonNode entry, ByteBuffer data) throws IOException {
        NumberType type = NumberType.valueOf(entry.path("dtype").asString(""));
        List<Integer> shape = new ArrayList<>();
        long count = 1;
        for (JsonNode dimension : entry.path("shape")) {
            int size = dimension.asInt(-1);
            shape.add(size);
            // A dimension below 0 or beyond every file gives a count that fits no stretch of the file.
            count = size < 0 || count > Integer.MAX_VALUE ? Integer.MAX_VALUE + 1L : count * size;
        }
        long start = entry.path("data_offsets").path(0).asLong(-1);
        long end = entry.path("data_offsets").path(1).asLong(-1);
        if (!entry.path("shape").isArray()
                || count > Integer.MAX_VALUE
                || start < 0
                || end > data.limit()
                || end - start != count * type.bytes) {
            throw new IOException("tensor `" + name + "` does not lie inside the file");
        }
        double[] values = new double[Math.toIntExact(count)];
        for (int i = 0; i < values.length; i++) {
            int at = (int) start + i * type.bytes;
            values[i] = type == NumberType.F32 ? data.getFloat(at) : data.getDouble(at);
        }
        return new Tensor(name, shape, values);
    }

    private static void put(ByteBuffer bytes, Tensor tensor, NumberType type) {
        for (double value : tensor.values()) {
            if (type == NumberType.F32) {
                bytes.putFloat((float) value);
            } else {
                bytes.putDouble(value);
            }
        }
    }

    private static List<Tensor> inNameOrder(List<Tensor> tensors) {
        return tensors.stream().sorted(Comparator.comparing(Tensor::name)).toList();
    }
}
