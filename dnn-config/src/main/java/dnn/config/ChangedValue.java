package dnn.config;

import dnn.api.Experiment;
import dnn.config.yaml.ExperimentWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A value that two experiments do not share. Immutable and thread-safe.
 *
 * @param path of the value
 * @param before how the first has it written; empty where it has none
 * @param after how the second has it written; empty where it has none
 */
public record ChangedValue(String path, Optional<String> before, Optional<String> after) {
    /** Every value in which two experiments differ, in the order of their keys. */
    public static List<ChangedValue> between(Experiment before, Experiment after) {
        Map<String, String> first = ExperimentWriter.values(before);
        Map<String, String> second = ExperimentWriter.values(after);
        Set<String> paths = new LinkedHashSet<>(first.keySet());
        paths.addAll(second.keySet());
        List<ChangedValue> found = new ArrayList<>();
        for (String path : paths) {
            ChangedValue difference =
                    new ChangedValue(path, Optional.ofNullable(first.get(path)), Optional.ofNullable(second.get(path)));
            if (!difference.before().equals(difference.after())) {
                found.add(difference);
            }
        }
        return List.copyOf(found);
    }
}
