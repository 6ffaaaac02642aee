package dnn.config.word;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Characters that look like others: letters of other alphabets, quotes of word processors, spaces that are none to a
 * parser. They come by copying and pasting.
 */
public final class Lookalikes {
    /** Small and capital letters of the Cyrillic and Greek alphabets, and the Latin ones they are printed like. */
    private static final Map<Integer, Integer> LETTERS = pairs(
            "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u04bb\u0455\u0410\u0412\u0415\u041a\u041c"
                    + "\u041d\u041e\u0420\u0421\u0422\u0425\u0406\u03bf\u03bd\u0391\u0392\u0395\u0396\u0397\u0399"
                    + "\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7\u0131",
            "aeopcyxijhsABEKMHOPCTXIovABEZHIKMNOPTYXi");

    private static final String QUOTES =
            "\u201c\u201d\u201e\u201f\u2018\u2019\u201a\u201b\u00ab\u00bb\u2039\u203a`\u00b4";
    private static final String SPACES =
            "\u00a0\u2007\u202f\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u3000\u200b\ufeff";

    private Lookalikes() {}

    private static Map<Integer, Integer> pairs(String from, String to) {
        int[] other = from.codePoints().toArray();
        int[] latin = to.codePoints().toArray();
        return java.util.stream.IntStream.range(0, other.length)
                .boxed()
                .collect(Collectors.toUnmodifiableMap(i -> other[i], i -> latin[i], (first, second) -> first));
    }

    /** Tells whether this is a space to people, but not to YAML. */
    public static boolean isOtherSpace(int character) {
        return SPACES.indexOf(character) >= 0;
    }

    /** The text as it was probably meant: Latin letters, plain spaces, no typographic quotes around it. */
    public static String plain(String text) {
        if (text.chars().allMatch(character -> character < 0x80 && character != '`')) {
            return text;
        }
        StringBuilder plain = new StringBuilder();
        text.codePoints()
                .forEach(character -> plain.appendCodePoint(
                        isOtherSpace(character) ? ' ' : LETTERS.getOrDefault(character, character)));
        int start = 0;
        int end = plain.length();
        while (start < end && isTrimmed(plain.charAt(start))) {
            start++;
        }
        while (end > start && isTrimmed(plain.charAt(end - 1))) {
            end--;
        }
        return plain.substring(start, end);
    }

    private static boolean isTrimmed(char character) {
        return character == ' ' || QUOTES.indexOf(character) >= 0;
    }

    /** The characters of the text that look like others, for people: {@code the letter U+0435 looks like `e`}. */
    public static Optional<String> in(String text) {
        int[] characters = text.codePoints()
                .filter(character -> LETTERS.containsKey(character) || isOtherSpace(character) || isQuote(character))
                .toArray();
        if (characters.length == 0) {
            return Optional.empty();
        }
        int first = characters[0];
        String code = String.format("U+%04X", first);
        if (isOtherSpace(first)) {
            return Optional.of((first == 0xa0 ? "a no-break space (" + code + ")" : "the space " + code)
                    + " stands in it, which is no space to YAML");
        }
        Integer latin = LETTERS.get(first);
        return Optional.of(
                latin == null
                        ? "the quote " + code + " is none to YAML: quotes are `\"` and `'`"
                        : "the letter " + code + " in it is of another alphabet, and only looks like `"
                                + Character.toString(latin) + "`");
    }

    private static boolean isQuote(int character) {
        return character >= 0x80 && QUOTES.indexOf(character) >= 0;
    }
}
