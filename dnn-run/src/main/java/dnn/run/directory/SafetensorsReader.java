package dnn.run.directory;

import static java.nio.charset.StandardCharsets.UTF_8;

import dnn.config.diagnostic.UserText;
import dnn.run.directory.Safetensors.NumberType;
import dnn.run.directory.Safetensors.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads what the safetensors format allows and nothing else: the header is one JSON object without a key twice, and its
 * tensors cover the bytes behind it from the first to the last, each byte once. Of the format's types those of floating
 * point with 32 and 64 bits are read.
 */
final class SafetensorsReader {
    /** The format's own limit. */
    private static final long HEADER_LIMIT = 100_000_000;

    private static final String METADATA = "__metadata__";
    private static final String TYPE = "dtype";
    private static final String SHAPE = "shape";
    private static final String OFFSETS = "data_offsets";
    private static final Set<String> KEYS = Set.of(TYPE, SHAPE, OFFSETS);

    private final ByteBuffer bytes;

    SafetensorsReader(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The place of a tensor. */
    private record Entry(String name, NumberType type, List<Integer> shape, long count, long start, long end) {}

    /** The tensors in name order. */
    List<Tensor> tensors() throws IOException {
        if (bytes.remaining() < Long.BYTES) {
            throw new IOException("it is too short for a safetensors file: " + UserText.count(bytes.limit(), "byte"));
        }
        long length = bytes.getLong();
        if (length < 2 || length > Math.min(HEADER_LIMIT, bytes.remaining())) {
            throw new IOException("its header length of " + Long.toUnsignedString(length)
                    + " bytes does not fit the file of " + UserText.count(bytes.limit(), "byte"));
        }
        byte[] header = new byte[(int) length];
        bytes.get(header);
        ByteBuffer data = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
        List<Entry> entries = new ArrayList<>(entries(header).values());
        cover(entries, data.limit());
        List<Tensor> tensors = new ArrayList<>();
        for (Entry entry : entries) {
            tensors.add(new Tensor(entry.name, entry.shape, numbers(entry, data)));
        }
        return tensors;
    }

    private static Map<String, Entry> entries(byte[] header) throws IOException {
        if (header[0] != '{') {
            throw new IOException("its header does not begin with {");
        }
        JsonNode tree;
        try {
            tree = StrictJson.tree(
                    UTF_8.newDecoder().decode(ByteBuffer.wrap(header)).toString());
        } catch (JacksonException | CharacterCodingException e) {
            throw new IOException("its header is not one of a safetensors file: no JSON in UTF-8, or a key twice", e);
        }
        Map<String, Entry> entries = new TreeMap<>();
        for (Map.Entry<String, JsonNode> property : tree.properties()) {
            if (property.getKey().equals(METADATA)) {
                checkMetadata(property.getValue());
            } else {
                entries.put(property.getKey(), entry(property.getKey(), property.getValue()));
            }
        }
        return entries;
    }

    private static void checkMetadata(JsonNode metadata) throws IOException {
        if (!metadata.isObject() || metadata.values().stream().anyMatch(value -> !value.isString())) {
            throw new IOException("its metadata are not texts by name");
        }
    }

    private static Entry entry(String name, JsonNode node) throws IOException {
        if (!node.isObject() || !new TreeSet<>(node.propertyNames()).equals(new TreeSet<>(KEYS))) {
            throw problem(name, "is not declared by `dtype`, `shape` and `data_offsets` alone");
        }
        NumberType type = type(name, node.path(TYPE));
        JsonNode dimensions = node.path(SHAPE);
        JsonNode offsets = node.path(OFFSETS);
        if (!dimensions.isArray() || !offsets.isArray() || offsets.size() != 2) {
            throw problem(name, "has a `shape` that is no list, or `data_offsets` that are not two numbers");
        }
        List<Integer> shape = new ArrayList<>();
        long count = 1;
        for (JsonNode dimension : dimensions) {
            long size = whole(name, dimension);
            if (size > Integer.MAX_VALUE) {
                throw problem(name, "has a dimension of " + size);
            }
            shape.add((int) size);
            // Beyond every file it stays there: a further dimension cannot make it small again by running over.
            count = size != 0 && count > Integer.MAX_VALUE / size ? Integer.MAX_VALUE + 1L : count * size;
        }
        return new Entry(name, type, shape, count, whole(name, offsets.get(0)), whole(name, offsets.get(1)));
    }

    private static NumberType type(String name, JsonNode node) throws IOException {
        for (NumberType type : NumberType.values()) {
            if (node.isString() && type.name().equals(node.asString())) {
                return type;
            }
        }
        throw problem(name, "has the type " + UserText.quote(node.toString()) + ", and F32 or F64 is read");
    }

    private static long whole(String name, JsonNode node) throws IOException {
        if (!node.isIntegralNumber() || !node.canConvertToLong() || node.asLong() < 0) {
            throw problem(
                    name,
                    "is declared with " + UserText.quote(node.toString()) + " where a whole number from 0 is needed");
        }
        return node.asLong();
    }

    /** Every byte of the data belongs to one tensor. */
    private static void cover(List<Entry> entries, long bytes) throws IOException {
        List<Entry> inPlace = new ArrayList<>(entries);
        inPlace.sort(Comparator.comparingLong(Entry::start).thenComparingLong(Entry::end));
        long end = 0;
        for (Entry entry : inPlace) {
            if (entry.start != end) {
                throw problem(entry.name, "begins at byte " + entry.start + ", but the one before ends at " + end);
            }
            if (entry.count > Integer.MAX_VALUE || entry.end - entry.start != entry.count * entry.type.bytes()) {
                throw problem(entry.name, "does not take the bytes of its shape");
            }
            end = entry.end;
            if (end > bytes) {
                throw problem(entry.name, "does not lie inside the file");
            }
        }
        if (end != bytes) {
            throw new IOException("the last tensor ends at byte " + end + " of " + bytes);
        }
    }

    private static double[] numbers(Entry entry, ByteBuffer data) {
        double[] values = new double[(int) entry.count];
        int start = (int) entry.start;
        for (int i = 0; i < values.length; i++) {
            int at = start + i * entry.type.bytes();
            values[i] = entry.type == NumberType.F32 ? data.getFloat(at) : data.getDouble(at);
        }
        return values;
    }

    private static IOException problem(String name, String what) {
        return new IOException("tensor " + UserText.quote(name) + " " + what);
    }
}
