package dnn.data.table;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * A file in the IDX format of the MNIST database, plain or gzip: two bytes 0, a byte for the type of number, a byte for
 * the count of dimensions, each dimension as four bytes, then the numbers; everything with the most significant byte
 * first.
 */
final class IdxFile implements AutoCloseable {
    private static final int UNSIGNED_BYTE = 0x08;
    private static final int SIGNED_BYTE = 0x09;
    private static final int SHORT = 0x0b;
    private static final int INT = 0x0c;
    private static final int FLOAT = 0x0d;
    private static final int DOUBLE = 0x0e;
    private static final int MAGIC = 4;
    private static final int MOST_DIMENSIONS = 8;
    private static final long MOST_NUMBERS = Integer.MAX_VALUE - 8;

    /** Items for which there is room before any was read. */
    private static final int ITEMS_AT_FIRST = 1024;

    private static final String CUT = "it ends before the last number that its dimensions tell";

    private final DataInputStream bytes;
    private final int type;
    private final int items;
    private final int width;
    private final byte[] item;
    private boolean isFirstThere = true;
    private int taken;

    private IdxFile(DataInputStream bytes, int type, int items, int width, byte[] first) {
        this.bytes = bytes;
        this.type = type;
        this.items = items;
        this.width = width;
        this.item = first;
    }

    /** Tells whether a file that exists begins like one in this format. */
    static boolean isOne(Path file) {
        try (InputStream content = TextFile.content(file)) {
            return isOne(content);
        } catch (IOException e) {
            return false;
        }
    }

    /** Tells whether bytes begin like a file in this format; leaves the stream where it was. */
    static boolean isOne(InputStream content) throws IOException {
        content.mark(MAGIC);
        byte[] magic = content.readNBytes(MAGIC);
        content.reset();
        return magic.length == MAGIC
                && magic[0] == 0
                && magic[1] == 0
                && magic[2] >= UNSIGNED_BYTE
                && magic[2] <= DOUBLE
                && magic[3] >= 1
                && magic[3] <= MOST_DIMENSIONS;
    }

    /**
     * Opens a file, unpacked; closed with this.
     *
     * @throws IOException if it is not in this format, with the reason as its message
     */
    static IdxFile open(InputStream content) throws IOException {
        DataInputStream bytes = new DataInputStream(content);
        try {
            int magic = bytes.readInt();
            int type = magic >>> 8;
            int[] dimensions = new int[magic & 0xff];
            if (type < UNSIGNED_BYTE || type > DOUBLE || dimensions.length == 0) {
                throw new IOException(String.format(Locale.ROOT, "it does not begin like an IDX file: 0x%08x", magic));
            }
            long width = 1;
            for (int i = 0; i < dimensions.length; i++) {
                dimensions[i] = bytes.readInt();
                width *= i == 0 ? 1 : dimensions[i];
            }
            int items = dimensions[0];
            if (items < 0 || width < 1 || width * Math.max(items, bytesOf(type)) > MOST_NUMBERS) {
                throw new IOException("its dimensions are " + Arrays.toString(dimensions));
            }
            if (items == 0) {
                throw new IOException("there is no " + (dimensions.length == 1 ? "label" : "image") + " in it");
            }
            // Dimensions are believed only as far as there are bytes: memory for them is not reserved before.
            byte[] first = bytes.readNBytes((int) width * bytesOf(type));
            if (first.length < width * bytesOf(type)) {
                throw new EOFException();
            }
            return new IdxFile(bytes, type, items, (int) width, first);
        } catch (EOFException e) {
            bytes.close();
            throw new IOException(CUT, e);
        } catch (IOException e) {
            bytes.close();
            throw e;
        }
    }

    private static int bytesOf(int type) throws IOException {
        return switch (type) {
            case UNSIGNED_BYTE, SIGNED_BYTE -> Byte.BYTES;
            case SHORT -> Short.BYTES;
            case INT, FLOAT -> Integer.BYTES;
            case DOUBLE -> Double.BYTES;
            default -> throw new IOException("it holds numbers of the unknown type " + type);
        };
    }

    /**
     * Up to so many further images or labels: the numbers by their place within an item, each for all of these items.
     *
     * @throws IOException if the file ends too early, with the reason as its message
     */
    double[][] next(int atMost) throws IOException {
        int count = Math.min(atMost, items - taken);
        int room = Math.min(count, ITEMS_AT_FIRST);
        double[][] columns = new double[width][room];
        ByteBuffer numbers = ByteBuffer.wrap(item);
        try {
            for (int i = 0; i < count; i++) {
                if (i == room) {
                    room = (int) Math.min(count, 2L * room);
                    for (int place = 0; place < width; place++) {
                        columns[place] = Arrays.copyOf(columns[place], room);
                    }
                }
                if (!isFirstThere) {
                    bytes.readFully(item);
                }
                isFirstThere = false;
                for (int place = 0; place < width; place++) {
                    columns[place][i] = number(numbers, place);
                }
            }
        } catch (EOFException e) {
            throw new IOException(CUT, e);
        }
        taken += count;
        return columns;
    }

    private double number(ByteBuffer numbers, int place) {
        return switch (type) {
            case UNSIGNED_BYTE -> numbers.get(place) & 0xff;
            case SIGNED_BYTE -> numbers.get(place);
            case SHORT -> numbers.getShort(place * Short.BYTES);
            case INT -> numbers.getInt(place * Integer.BYTES);
            case FLOAT -> numbers.getFloat(place * Float.BYTES);
            default -> numbers.getDouble(place * Double.BYTES);
        };
    }

    /** The number of images or labels, at least one. */
    int items() {
        return items;
    }

    /** The numbers of one of them. */
    int width() {
        return width;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
