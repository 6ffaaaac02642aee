package dnn.data.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Text whose character set is not declared: UTF-8, unless the first bytes that are not ASCII are no UTF-8 and can be
 * windows-1252, the superset of Latin-1 that western spreadsheets write. Then all of them must be letters, or signs
 * that occur in tables, of which no more than two stand side by side: in other character sets they would not be.
 * Reading fails as soon as that is no longer so.
 */
final class FoundCharset extends Reader {
    /** The character set of western Windows. */
    static final Charset WESTERN = Charset.forName("windows-1252");

    private static final String SIGNS = "\u20ac\u00a7\u00b0\u00b2\u00b3\u00b5\u00a3\u00aa\u00ba\u00ab\u00bb\u00bf\u00a1"
            + "\u00a0\u00bc\u00bd\u00be\u00b1\u00ae\u00a9\u2122\u2013\u2014\u2018\u2019\u201a\u201c\u201d\u201e\u2026"
            + "\u00b7\u2022\u00b4\u00d7";
    private static final int BUFFER = 1 << 16;
    private static final int ASCII = 0x80;

    /** No more letters beyond ASCII stand side by side in western languages, as in "créée". */
    private static final int MOST_TOGETHER = 2;

    private final InputStream content;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
    private CharsetDecoder decoder = strict(StandardCharsets.UTF_8);
    private boolean western;
    private boolean beyondAscii;
    private boolean ended;
    private int together;
    private char last;

    FoundCharset(InputStream content) {
        this.content = content;
    }

    private static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** The character set that was found in the text so far, if it is not UTF-8. */
    Optional<Charset> found() {
        return western ? Optional.of(WESTERN) : Optional.empty();
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        CharBuffer chars = CharBuffer.wrap(buffer, offset, length).slice();
        while (chars.position() == 0) {
            CoderResult result = decoder.decode(bytes, chars, ended);
            look(chars);
            if (result.isError()) {
                beWestern(result);
            } else if (result.isUnderflow() && chars.position() == 0) {
                if (ended) {
                    return -1;
                }
                fill();
            } else if (result.isOverflow() && chars.position() == 0) {
                throw new IOException("a character takes more room than there is");
            }
        }
        return chars.position();
    }

    private void fill() throws IOException {
        bytes.compact();
        int count = content.read(bytes.array(), bytes.position(), bytes.remaining());
        ended = count < 0;
        bytes.position(bytes.position() + Math.max(0, count)).flip();
    }

    /** From the first bytes that are no UTF-8 on the text is western, if nothing else says that it is UTF-8. */
    private void beWestern(CoderResult result) throws CharacterCodingException {
        if (western || beyondAscii) {
            result.throwException();
        }
        western = true;
        decoder = strict(WESTERN);
    }

    /** Looks at what was decoded: whether anything is beyond ASCII, and whether western text can be what it seems. */
    private void look(CharBuffer chars) throws CharacterCodingException {
        if (beyondAscii && !western) {
            return;
        }
        int start = chars.arrayOffset();
        for (int i = start; i < start + chars.position(); i++) {
            char character = chars.array()[i];
            together = character < ASCII ? 0 : together + 1;
            beyondAscii |= character >= ASCII;
            if (western && character >= ASCII && !mayFollow(character)) {
                throw new MalformedInputException(1);
            }
            last = character;
        }
    }

    /** Tells whether the character can stand in western text, and is not the second byte of one in UTF-8. */
    private boolean mayFollow(char character) {
        boolean sign = SIGNS.indexOf(character) >= 0;
        boolean second = sign && (last == '\u00c2' || last == '\u00c3');
        return together <= MOST_TOGETHER && (sign || Character.isLetter(character)) && !second;
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
