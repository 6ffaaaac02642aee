package dnn.config.render;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The mark that tells a line from others however it is numbered: the fingerprint {@code primaryLocationLineHash} by
 * which GitHub's code scanning finds a result again after lines were added above it, computed as its upload does, so
 * that both agree.
 *
 * <p>Of the text without spaces and tabs, every end of a line one line feed, followed by U+FFFF and as many U+0000 as
 * are needed, c₀ … c₉₉ are the 100 UTF-16 units from the start of the line on: Σ cᵢ·37⁹⁹⁻ⁱ mod 2⁶⁴, in hexadecimal
 * digits, then a colon and how many lines up to this one have the same sum.
 */
final class LineFingerprints {
    private static final int LENGTH = 100;
    private static final long BASE = 37;
    private static final char END = '\uffff';

    private final List<String> fingerprints = new ArrayList<>();

    LineFingerprints(String text) {
        String dense =
                text.replace("\r\n", "\n").replace('\r', '\n').replace(" ", "").replace("\t", "") + END;
        Map<String, Integer> counts = new HashMap<>();
        int start = 0;
        do {
            String sum = Long.toHexString(sum(dense, start));
            fingerprints.add(sum + ":" + counts.merge(sum, 1, Integer::sum));
            start = dense.indexOf('\n', start) + 1;
        } while (start > 0);
    }

    private static long sum(String dense, int start) {
        long sum = 0;
        for (int i = start; i < start + LENGTH; i++) {
            sum = BASE * sum + (i < dense.length() ? dense.charAt(i) : 0);
        }
        return sum;
    }

    /** The fingerprint of a line, counted from 1. */
    Optional<String> of(int line) {
        return line > fingerprints.size() ? Optional.empty() : Optional.of(fingerprints.get(line - 1));
    }
}
