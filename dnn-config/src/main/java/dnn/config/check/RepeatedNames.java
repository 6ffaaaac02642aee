package dnn.config.check;

import dnn.api.path.ValuePath;
import dnn.config.diagnostic.EffectDiagnostics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names that stand twice in a list where once is enough (Y009). */
final class RepeatedNames {
    private RepeatedNames() {}

    /** Reports each name of the list at {@code path} that stands there before. */
    static void check(Subject subject, String path, List<String> names) {
        Map<String, String> seen = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            String place = ValuePath.element(path, i);
            String first = seen.putIfAbsent(names.get(i), place);
            if (first != null) {
                subject.report(EffectDiagnostics.repeated(place, names.get(i), first));
            }
        }
    }
}
