package dnn.config.corpus;

import dnn.api.profile.DataProfile;
import dnn.config.Profiles;
import java.util.List;
import java.util.Optional;

/**
 * An experiment without mistakes.
 *
 * @param name for people
 * @param lines its text
 * @param profile name of the profile of its data, or empty where the data need not be read
 */
record GoodExperiment(String name, List<String> lines, String profile) {
    GoodExperiment {
        lines = List.copyOf(lines);
    }

    static String text(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }

    static Optional<DataProfile> profile(String name) {
        return name.isEmpty() ? Optional.empty() : Optional.of(Profiles.named(name));
    }

    /** The index of the first line that contains this, or −1. */
    int find(String part) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(part)) {
                return i;
            }
        }
        return -1;
    }

    /** The index of the last line that contains this, or −1. */
    int findLast(String part) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            if (lines.get(i).contains(part)) {
                return i;
            }
        }
        return -1;
    }

    boolean has(String part) {
        return find(part) >= 0;
    }
}
