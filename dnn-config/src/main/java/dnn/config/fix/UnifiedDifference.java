package dnn.config.fix;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The difference of two texts in the unified format, three lines of context around each change. The lines kept are a
 * longest common subsequence, found greedily by the number of changes: Myers, An O(ND) Difference Algorithm, 1986.
 */
public final class UnifiedDifference {
    private static final int CONTEXT = 3;

    /** Beyond this many changed lines the changed part is shown as a whole. */
    private static final int MOST_CHANGES = 300;

    private final List<String> before;
    private final List<String> after;

    private UnifiedDifference(List<String> before, List<String> after) {
        this.before = before;
        this.after = after;
    }

    /** The difference, ending in a line break; empty if there is none. */
    public static String of(String name, String before, String after) {
        if (before.equals(after)) {
            return "";
        }
        UnifiedDifference difference = new UnifiedDifference(lines(before), lines(after));
        return "--- " + name + "\n+++ " + name + " (fixed)\n" + difference.hunks();
    }

    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>(List.of(text.split("\r?\n", -1)));
        if (lines.get(lines.size() - 1).isEmpty()) {
            lines.remove(lines.size() - 1);
        }
        return lines;
    }

    /** One line of the difference: kept, removed or added, with the counts of lines before it on both sides. */
    private record Line(char sign, String text, int before, int after) {}

    private String hunks() {
        List<Line> script = script();
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < script.size()) {
            if (script.get(at).sign == ' ') {
                at++;
                continue;
            }
            int from = Math.max(0, at - CONTEXT);
            int last = at;
            for (int i = at; i < script.size() && i <= last + 2 * CONTEXT; i++) {
                last = script.get(i).sign == ' ' ? last : i;
            }
            int to = Math.min(script.size(), last + 1 + CONTEXT);
            hunk(text, script.subList(from, to));
            at = to;
        }
        return text.toString();
    }

    private static void hunk(StringBuilder text, List<Line> lines) {
        long removed = lines.stream().filter(line -> line.sign != '+').count();
        long added = lines.stream().filter(line -> line.sign != '-').count();
        Line first = lines.get(0);
        text.append("@@ -")
                .append(first.before + (removed == 0 ? 0 : 1))
                .append(',')
                .append(removed)
                .append(" +")
                .append(first.after + (added == 0 ? 0 : 1))
                .append(',')
                .append(added)
                .append(" @@\n");
        lines.forEach(line -> text.append(line.sign).append(line.text).append('\n'));
    }

    private List<Line> script() {
        int start = 0;
        int ends = Math.min(before.size(), after.size());
        while (start < ends && before.get(start).equals(after.get(start))) {
            start++;
        }
        int tail = 0;
        while (tail < ends - start && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
            tail++;
        }
        boolean[] removed = new boolean[before.size()];
        boolean[] added = new boolean[after.size()];
        mark(start, before.size() - tail, after.size() - tail, removed, added);
        List<Line> script = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            if (i < before.size() && removed[i]) {
                script.add(new Line('-', before.get(i), i++, j));
            } else if (j < after.size() && added[j]) {
                script.add(new Line('+', after.get(j), i, j++));
            } else {
                script.add(new Line(' ', before.get(i), i++, j++));
            }
        }
        return script;
    }

    /** Marks what is removed and added between {@code start} and the two ends. */
    private void mark(int start, int beforeEnd, int afterEnd, boolean[] removed, boolean[] added) {
        int n = beforeEnd - start;
        int m = afterEnd - start;
        List<Map<Integer, Integer>> trace = new ArrayList<>();
        Map<Integer, Integer> reach = new HashMap<>(Map.of(1, 0)); // furthest x on each diagonal x − y
        for (int d = 0; d <= Math.min(n + m, MOST_CHANGES); d++) {
            trace.add(new HashMap<>(reach));
            for (int k = -d; k <= d; k += 2) {
                int x = goesDown(reach, k, d) ? reach.getOrDefault(k + 1, 0) : reach.getOrDefault(k - 1, 0) + 1;
                int y = x - k;
                while (x < n && y < m && before.get(start + x).equals(after.get(start + y))) {
                    x++;
                    y++;
                }
                reach.put(k, x);
                if (x >= n && y >= m) {
                    backtrack(trace, start, n, m, removed, added);
                    return;
                }
            }
        }
        java.util.Arrays.fill(removed, start, beforeEnd, true);
        java.util.Arrays.fill(added, start, afterEnd, true);
    }

    private static boolean goesDown(Map<Integer, Integer> reach, int k, int d) {
        return k == -d || (k != d && reach.getOrDefault(k - 1, -1) < reach.getOrDefault(k + 1, -1));
    }

    private static void backtrack(
            List<Map<Integer, Integer>> trace, int start, int n, int m, boolean[] removed, boolean[] added) {
        int x = n;
        int y = m;
        for (int d = trace.size() - 1; d > 0; d--) {
            Map<Integer, Integer> reach = trace.get(d);
            int k = x - y;
            boolean down = goesDown(reach, k, d);
            int fromK = down ? k + 1 : k - 1;
            int fromX = reach.getOrDefault(fromK, 0);
            int fromY = fromX - fromK;
            if (down) {
                added[start + fromY] = true;
            } else {
                removed[start + fromX] = true;
            }
            x = fromX;
            y = fromY;
        }
    }
}
