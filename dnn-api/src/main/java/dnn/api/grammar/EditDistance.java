package dnn.api.grammar;

/** The distance between two words, by which a name that was meant is found. */
public final class EditDistance {
    private EditDistance() {}

    /**
     * The least number of insertions, deletions, substitutions and swaps of neighbours that lead from one word to the
     * other, no character being changed twice (optimal string alignment).
     */
    public static int between(String a, String b) {
        int[] last = new int[b.length() + 1];
        int[] before = new int[b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    row[j] = i + j;
                    continue;
                }
                int substitution = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(last[j], row[j - 1]) + 1, last[j - 1] + substitution);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
            before = last;
            last = row;
        }
        return last[b.length()];
    }
}
