package dnn.config.yaml;

/** The brackets that are open behind the lines read so far, but for those in quotes and remarks. */
final class Brackets {
    private final StringBuilder open = new StringBuilder();
    private int lastLine;
    private int lastOffset;

    /** The brackets that are open, the outermost first. */
    String open() {
        return open.toString();
    }

    /** The line that holds the last character that is no remark. */
    int lastLine() {
        return lastLine;
    }

    /** The place behind that character, in chars. */
    int lastOffset() {
        return lastOffset;
    }

    /** Reads one more line. */
    void read(String line, int number) {
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char sign = line.charAt(i);
            if (quote != 0) {
                quote = sign == quote ? 0 : quote;
            } else if (sign == '#' && (i == 0 || Character.isWhitespace(line.charAt(i - 1)))) {
                return;
            } else if ((sign == '"' || sign == '\'') && startsValue(line, i)) {
                quote = sign;
            } else if (sign == '{' || sign == '[') {
                open.append(sign);
            } else if ((sign == '}' || sign == ']') && open.length() > 0) {
                open.setLength(open.length() - 1);
            }
            if (!Character.isWhitespace(sign)) {
                lastLine = number;
                lastOffset = i + 1;
            }
        }
    }

    private static boolean startsValue(String line, int at) {
        String before = line.substring(0, at).stripTrailing();
        return before.isEmpty() || "{[,:-".indexOf(before.charAt(before.length() - 1)) >= 0;
    }

    /** Tells whether a line, from its start on, closes what is open now: then the next one lacks a comma only. */
    boolean isClosedBehind(String line) {
        Brackets on = new Brackets();
        on.open.append(open);
        on.read(line, 0);
        return on.open.length() < open.length();
    }
}
