package dnn.language;

import dnn.api.plan.Plan;
import dnn.api.profile.DataProfile;
import dnn.config.CheckReport;
import dnn.config.LoadedExperiment;
import dnn.config.check.CheckedPlan;
import dnn.config.diagnostic.Span;
import dnn.config.fix.TextLines;
import dnn.config.fix.TextLines.Point;
import dnn.config.yaml.TreeReader;
import java.util.List;
import java.util.Optional;

/**
 * Answers about one state of a text. Findings are about the text as it is; what is asked of a text that cannot be read
 * to its end, as while a line is half typed, is answered from its last state that could, moved to where its lines are
 * now. Places are counted in code points from 1; {@link #lines()} turns them into UTF-16. Immutable.
 */
public final class TextAnalysis {
    private final Language language;
    private final Language.Origin origin;
    private final LoadedExperiment loaded;
    private final Optional<DataProfile> profile;
    private final CheckReport report;
    private final TextLines lines;
    private final Optional<GoodState> good;

    private TextAnalysis(
            Language language,
            Language.Origin origin,
            LoadedExperiment loaded,
            Optional<DataProfile> profile,
            CheckReport report,
            TextLines lines,
            Optional<GoodState> good) {
        this.language = language;
        this.origin = origin;
        this.loaded = loaded;
        this.profile = profile;
        this.report = report;
        this.lines = lines;
        this.good = good;
    }

    static TextAnalysis of(
            Language language,
            Language.Origin origin,
            LoadedExperiment loaded,
            Optional<DataProfile> profile,
            Optional<TextAnalysis> before) {
        CheckedPlan checked = language.checker().checkedPlan(loaded, profile);
        TextLines lines = new TextLines(origin.text().text());
        TreeReader.Tree tree =
                TreeReader.read(origin.text().name(), origin.text().text());
        Optional<GoodState> good = GoodState.of(lines, tree, language.grammar(), loaded, checked.plan())
                .or(() ->
                        before.flatMap(earlier -> earlier.good).map(state -> state.movedTo(lines, language.grammar())));
        return new TextAnalysis(language, origin, loaded, profile, checked.report(), lines, good);
    }

    Language.Origin origin() {
        return origin;
    }

    /** The experiment as read, the files it extends included. */
    public LoadedExperiment loaded() {
        return loaded;
    }

    /** The profile of its data, where that was looked at. */
    public Optional<DataProfile> profile() {
        return profile;
    }

    /** Every finding, as {@code dnn check} has them, those in files that it extends included. */
    public CheckReport report() {
        return report;
    }

    /** Its lines, which turn places from one way of counting into another. */
    public TextLines lines() {
        return lines;
    }

    /** The layers in their places, of the last state that could be read to its end. */
    public Optional<Plan> plan() {
        return good.map(GoodState::plan);
    }

    /** Remarks to be shown behind values that are written: shapes of layers, sizes of data. */
    public List<Hint> hints() {
        return good.map(state -> Hints.of(state, profile)).orElse(List.of());
    }

    /** The meaning of a key or value. */
    public Optional<Hover> hover(Point point) {
        return good.flatMap(state -> Hovers.at(state, profile, point));
    }

    /** Texts that may be written at a place, the likeliest first. */
    public List<Completion> completions(Point point) {
        return new Completer(language, origin, this, profile).at(point);
    }

    /** The outline: keys, and layers by their names in force. */
    public List<Symbol> symbols() {
        return good.map(Symbols::of).orElse(List.of());
    }

    /** Stretches of several lines that may be folded away. */
    public List<Span> folds() {
        return good.map(Folds::of).orElse(List.of());
    }

    /** The place where a layer, the value of an alias, or a file that is extended stands. */
    public Optional<Span> definition(Point point) {
        return good.flatMap(state -> Definitions.of(state, loaded, point));
    }

    /** Edits that mend what is wrong in a stretch, and all that is certain. */
    public List<Action> actions(Span range) {
        return new Actions(language, origin, report).within(range);
    }
}
