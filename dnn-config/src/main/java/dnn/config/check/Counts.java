package dnn.config.check;

import dnn.api.profile.ValueCount;
import java.util.List;

/** Classes that are likely counts: how often something happened, or a grade. */
final class Counts {
    private static final int FEWEST = 4;

    /** Classes that were numbered for convenience are often about as frequent as each other. */
    private static final int UNEQUAL = 3;

    private Counts() {}

    /**
     * Tells whether classes in their order are whole numbers without wide gaps that become more, then less frequent,
     * the commonest at least three times as frequent as the rarest.
     */
    static boolean areLikely(List<ValueCount> classes) {
        if (classes.size() < FEWEST
                || !classes.stream().allMatch(each -> each.value().matches("\\d{1,4}"))) {
            return false;
        }
        int least = Integer.parseInt(classes.get(0).value());
        int greatest = Integer.parseInt(classes.get(classes.size() - 1).value());
        long most = classes.stream().mapToLong(ValueCount::count).max().orElse(0);
        long fewest = classes.stream().mapToLong(ValueCount::count).min().orElse(0);
        return greatest - least < 2 * classes.size() && most >= UNEQUAL * fewest && risesAndFalls(classes);
    }

    private static boolean risesAndFalls(List<ValueCount> classes) {
        boolean falling = false;
        for (int i = 1; i < classes.size(); i++) {
            long before = classes.get(i - 1).count();
            long now = classes.get(i).count();
            // What chance does to counts of this size is no rise.
            double chance = 2 * Math.sqrt((double) (before + now));
            if (falling && now - before > chance) {
                return false;
            }
            falling |= before - now > chance;
        }
        return true;
    }
}
