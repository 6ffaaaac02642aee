package dnn.data.table;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * A file in the IDX format of the MNIST database, plain or gzip: two bytes 0, a byte for the type of number, a byte for the count of dimensions, each dimension as
 * four bytes, then the numbers; everything with the most significant byte first.
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
    private static final String CUT = "it ends before the last number that its dimensions tell";

    private final DataInputStream bytes;
    private final int type;
    private final int items;
    private final int width;
    private int taken;

    private IdxFile(DataInputStream bytes, int type, int items, int width) {
        this.bytes = bytes;
        this.type = type;
        this.items = items;
        this.width = width;
    }

    /** Whether a file that exists begins like one in this format. */
    static boolean isOne(Path file) {
        try (InputStream content = TextFile.content(file)) {
            return isOne(content);
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether bytes begin like a file in this format; leaves the stream where it was. */
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
            if (dimensions[0] < 0 || width < 1 || width * Math.max(dimensions[0], 1) > MOST_NUMBERS) {
                throw new IOException("its dimensions are " + Arrays.toString(dimensions));
            }
            return new IdxFile(bytes, type, dimensions[0], (int) width);
        } catch (EOFException e) {
            bytes.close();
            throw new IOException(CUT, e);
        } catch (IOException e) {
            bytes.close();
            throw e;
        }
    }

    /**
     * Up to so many further images or labels: the numbers by their place within an item, each for all of these items.
     *
     * @throws IOException if the file ends too early, with the reason as its message
     */
    double[][] next(int atMost) throws IOException {
        int count = Math.min(atMost, items - taken);
        double[][] columns = new double[width][count];
        byte[] row = new byte[width];
        try {
            for (int item = 0; item < count; item++) {
                if (type == UNSIGNED_BYTE) {
                    bytes.readFully(row);
                    for (int i = 0; i < width; i++) {
                        columns[i][item] = row[i] & 0xff;
                    }
                    continue;
                }
                for (int i = 0; i < width; i++) {
                    columns[i][item] = number(bytes, type);
                }
            }
        } catch (EOFException e) {
            throw new IOException(CUT, e);
        }
        taken += count;
        return columns;
    }

    private static double number(DataInputStream bytes, int type) throws IOException {
        return switch (type) {
            case SIGNED_BYTE -> bytes.readByte();
            case SHORT -> bytes.readShort();
            case INT -> bytes.readInt();
            case FLOAT -> bytes.readFloat();
            case DOUBLE -> bytes.readDouble();
            default -> throw new IOException("it holds numbers of the unknown type " + type);
        };
    }

    /** How many images or labels there are. */
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
