package dnn.language;

import dnn.api.profile.DataProfile;
import dnn.config.BaseResolver;
import dnn.config.ExperimentLoader;
import dnn.config.LoadedExperiment;
import dnn.config.SourceText;
import dnn.config.check.CheckedPlan;
import dnn.config.check.Checker;
import dnn.config.yaml.Grammar;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The door for editors: makes an {@link TextAnalysis} of a text, which answers whatever is asked about it. Reads no
 * file but through the resolver it is given. Making one takes a while, since checks are; it may be used again and
 * again, by one thread at a time.
 */
public final class Language {
    private final Checker checker;
    private final Grammar grammar = new Grammar();

    /** A language that checks with this checker. */
    public Language(Checker checker) {
        this.checker = checker;
    }

    /**
     * The analysis of a text.
     *
     * @param folder that paths in it are relative to
     * @param bases finds the files it extends
     * @param before what was said of the text before an edit, of use where the text cannot be read now
     */
    public TextAnalysis analyze(SourceText text, Path folder, BaseResolver bases, Optional<TextAnalysis> before) {
        Origin origin = new Origin(text, folder, bases);
        return TextAnalysis.of(this, origin, load(origin, text), Optional.empty(), before);
    }

    /** An analysis of the same text that is checked against its data as well. */
    public TextAnalysis withData(TextAnalysis analysis, DataProfile profile) {
        return TextAnalysis.of(this, analysis.origin(), analysis.loaded(), Optional.of(profile), Optional.of(analysis));
    }

    /** The findings of another text in the place of this one. */
    CheckedPlan check(Origin origin, SourceText text, Optional<DataProfile> profile) {
        return checker.checkedPlan(load(origin, text), profile);
    }

    private static LoadedExperiment load(Origin origin, SourceText text) {
        return new ExperimentLoader(origin.bases).load(text, origin.folder, List.of());
    }

    Checker checker() {
        return checker;
    }

    Grammar grammar() {
        return grammar;
    }

    /**
     * A text and where it stands.
     *
     * @param text what is edited
     * @param folder that paths in it are relative to
     * @param bases finds the files it extends
     */
    record Origin(SourceText text, Path folder, BaseResolver bases) {}
}
