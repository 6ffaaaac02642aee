package dnn.data.table;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;

/** Opens files of text, plain or gzip, with or without a byte order mark. */
final class TextFile {
    private static final int BUFFER = 1 << 16;
    private static final int UNMARKED = 4;
    private static final int[] GZIP = {0x1f, 0x8b};
    private static final int[] LITTLE_ENDIAN = {0xff, 0xfe};
    private static final int[] BIG_ENDIAN = {0xfe, 0xff};
    private static final int[] BYTE_ORDER_MARK = {0xef, 0xbb, 0xbf};

    private TextFile() {}

    /**
     * An opened text.
     *
     * @param reader of its characters, which fails on bytes that are not of its character set
     * @param found the character set that it turned out to have so far, where it is neither declared, nor told by a
     *     mark, nor UTF-8
     */
    record Text(BufferedReader reader, Supplier<Optional<Charset>> found) {}

    /** The file's text after the byte order mark, in this character set or the one that is found. */
    static Text open(Path file, Optional<Charset> charset) throws IOException {
        return open(content(file), charset);
    }

    /** Opens unpacked content, which is closed with the reader. */
    static Text open(InputStream content, Optional<Charset> charset) throws IOException {
        Optional<Charset> known = charset.isPresent() ? charset : marked(content);
        if (known.isEmpty()) {
            FoundCharset text = new FoundCharset(content);
            return new Text(new BufferedReader(text, BUFFER), text::found);
        }
        CharsetDecoder decoder = known.get()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        return new Text(new BufferedReader(new InputStreamReader(content, decoder), BUFFER), Optional::empty);
    }

    /** Tells whether the file is gzip by its content, or claims to be by its name. */
    static boolean isGzip(Path file) {
        if (String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".gz")) {
            return true;
        }
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
            return startsWith(bytes, GZIP);
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * The character set that a mark at the beginning tells, or that every other byte there is 0, as in UTF-16 of ASCII.
     * The mark of UTF-8 is not there any more.
     */
    private static Optional<Charset> marked(InputStream bytes) throws IOException {
        if (startsWith(bytes, LITTLE_ENDIAN) || startsWith(bytes, BIG_ENDIAN)) {
            return Optional.of(StandardCharsets.UTF_16);
        }
        bytes.mark(UNMARKED);
        byte[] first = bytes.readNBytes(UNMARKED);
        bytes.reset();
        if (first.length < UNMARKED) {
            return Optional.empty();
        }
        if (first[0] > 0 && first[1] == 0 && first[2] > 0 && first[3] == 0) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return first[0] == 0 && first[1] > 0 && first[2] == 0 && first[3] > 0
                ? Optional.of(StandardCharsets.UTF_16BE)
                : Optional.empty();
    }

    /** The content of a file, unpacked. */
    static InputStream content(Path file) throws IOException {
        return bytes(Files.newInputStream(file), isGzip(file));
    }

    /** Bytes unpacked, if they are gzip by their content; can be marked and reset. */
    static InputStream unpacked(InputStream raw) throws IOException {
        return bytes(raw, false);
    }

    /** Bytes unpacked, if they are gzip by their content or by their name, without the mark of UTF-8. */
    private static InputStream bytes(InputStream raw, boolean gzip) throws IOException {
        InputStream plain = new BufferedInputStream(raw, BUFFER);
        try {
            InputStream unpacked = gzip || startsWith(plain, GZIP) ? new GZIPInputStream(plain, BUFFER) : plain;
            InputStream buffered = new BufferedInputStream(unpacked, BUFFER);
            if (startsWith(buffered, BYTE_ORDER_MARK)) {
                buffered.skipNBytes(BYTE_ORDER_MARK.length);
            }
            return buffered;
        } catch (IOException e) {
            plain.close();
            throw e;
        }
    }

    private static boolean startsWith(InputStream bytes, int[] expected) throws IOException {
        bytes.mark(expected.length);
        boolean same = true;
        for (int i = 0; same && i < expected.length; i++) {
            same = bytes.read() == expected[i];
        }
        bytes.reset();
        return same;
    }

    /**
     * The first line, from 1, whose bytes are not UTF-8; 0 if there is none. A line feed is never part of another
     * character, so lines can be told apart first.
     */
    static long firstLineNotInUtf8(Path file) {
        try (InputStream bytes = content(file)) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            long number = 1;
            for (int next = bytes.read(); ; next = bytes.read()) {
                if (next != '\n' && next >= 0) {
                    line.write(next);
                    continue;
                }
                if (!isUtf8(line.toByteArray())) {
                    return number;
                }
                if (next < 0) {
                    return 0;
                }
                line.reset();
                number++;
            }
        } catch (IOException e) {
            return 0;
        }
    }

    private static boolean isUtf8(byte[] line) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
