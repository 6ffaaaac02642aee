package dnn.language;

import dnn.config.diagnostic.Span;
import java.util.List;

/** Stretches of several lines. */
final class Folds {
    private Folds() {}

    static List<Span> of(GoodState state) {
        return state.tree().places().stream()
                .filter(place -> !place.path().isEmpty())
                .map(place -> place.whole())
                .filter(span -> span.endLine() > span.line())
                .distinct()
                .toList();
    }
}
