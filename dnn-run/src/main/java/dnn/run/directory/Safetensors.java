package dnn.run.directory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The safetensors format: eight bytes of header length, little endian; a JSON header that gives each tensor's type,
 * shape and place; the tensors' bytes, the last dimension running fastest, little endian. Tensors stand in name order.
 * Thread-safe.
 */
public final class Safetensors {
    private static final JsonMapper JSON = new JsonMapper();

    private Safetensors() {}

    /** The form in which a number is stored. */
    public enum NumberType {
        /** 32-bit floating point. */
        F32(4),
        /** 64-bit floating point. */
        F64(8);

        private final int bytes;

        /** Bytes of one number. */
        int bytes() {
            return bytes;
        }

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
        return encode(tensors, tensor -> type);
    }

    /**
     * The bytes of a file with these tensors.
     *
     * @param types how the numbers of each are stored; asked once
     */
    public static byte[] encode(List<Tensor> tensors, Function<Tensor, NumberType> types) {
        List<Tensor> sorted = inNameOrder(tensors);
        List<NumberType> chosen = sorted.stream().map(types).toList();
        ObjectNode header = JSON.createObjectNode();
        long offset = 0;
        for (int i = 0; i < sorted.size(); i++) {
            Tensor tensor = sorted.get(i);
            NumberType type = chosen.get(i);
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
        for (int i = 0; i < sorted.size(); i++) {
            put(file, sorted.get(i), chosen.get(i));
        }
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
        return read(Files.readAllBytes(file));
    }

    /**
     * Reads the bytes of a file.
     *
     * @throws IOException if they are not of this format; the message says what is wrong with them
     */
    public static List<Tensor> read(byte[] bytes) throws IOException {
        return new SafetensorsReader(bytes).tensors();
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
