package dnn.data.table;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** Opens files of text in UTF-8, plain or gzip, with or without a byte order mark. */
final class TextFile {
    private static final int BUFFER = 1 << 16;
    private static final int[] GZIP = {0x1f, 0x8b};
    private static final int[] BYTE_ORDER_MARK = {0xef, 0xbb, 0xbf};

    private TextFile() {}

    /** The file's text after the byte order mark; reading fails on bytes that are not UTF-8. */
    static BufferedReader open(Path file) throws IOException {
        InputStream bytes = bytes(file);
        return new BufferedReader(
                new InputStreamReader(
                        bytes,
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)),
                BUFFER);
    }

    /** Whether the file is gzip by its content, or claims to be by its name. */
    static boolean isGzip(Path file) {
        if (file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".gz")) {
            return true;
        }
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
            return startsWith(bytes, GZIP);
        } catch (IOException e) {
            return false;
        }
    }

    private static InputStream bytes(Path file) throws IOException {
        InputStream plain = Files.newInputStream(file);
        try {
            InputStream unpacked = isGzip(file) ? new GZIPInputStream(plain, BUFFER) : plain;
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

    /** The first line, from 1, whose bytes are not UTF-8; 0 if there is none. A line feed is never part of another character, so lines can be told apart first. */
    static long firstLineNotInUtf8(Path file) {
        try (InputStream bytes = bytes(file)) {
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
