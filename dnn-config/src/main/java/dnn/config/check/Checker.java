package dnn.config.check;

import dnn.api.Experiment;
import dnn.api.plan.Plan;
import dnn.api.profile.DataProfile;
import dnn.api.profile.MemoryNeed;
import dnn.api.profile.ProbeReport;
import dnn.api.shape.Shape;
import dnn.config.CheckReport;
import dnn.config.LoadedExperiment;
import dnn.config.SourceText;
import dnn.config.diagnostic.Catalogue;
import dnn.config.diagnostic.Diagnostic;
import dnn.config.diagnostic.LimitDiagnostics;
import dnn.config.diagnostic.Related;
import dnn.config.diagnostic.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds everything that is wrong with an experiment, in one run. Making one takes a while; it may be used again and
 * again.
 */
public final class Checker {
    /** Beyond this many values that could not be read there is nothing for a check to stand on. */
    private static final int MOST_UNREADABLE = 1000;

    /** More findings than this are counted, not shown. */
    static final int MOST_FINDINGS = 200;

    /** In this order: a check does not look at what an earlier one found wanting. */
    private final List<Check> checks = List.of(
            new ConstraintCheck(),
            new ValueCheck(),
            new IgnoredCodesCheck(),
            new ShapeCheck(),
            new ExplicitValuesCheck(),
            new InitializationCheck(),
            new FiniteStartCheck(),
            new TwinNeuronsCheck(),
            new WeightSizeCheck(),
            new OutputCheck(),
            new LossDomainCheck(),
            new ArchitectureCheck(),
            new NormalizationCheck(),
            new TrainingCheck(),
            new EffectCheck(),
            new DataEffectCheck(),
            new TableUseCheck(),
            new DataCheck(),
            new CategoryCheck(),
            new LeakCheck(),
            new TargetCheck());

    /** A checker with every check. */
    public Checker() {}

    /** The findings about an experiment that was read, those of reading included. */
    public CheckReport check(LoadedExperiment loaded, Optional<DataProfile> profile) {
        return checkedPlan(loaded, profile).report();
    }

    /** The findings about an experiment that was read, and its layers as far as they could be relied on. */
    public CheckedPlan checkedPlan(LoadedExperiment loaded, Optional<DataProfile> profile) {
        boolean overwhelmed = loaded.unreadable().size() > MOST_UNREADABLE;
        Subject subject = new Subject(loaded.experiment(), profile, Optional.of(loaded));
        CheckReport report =
                check(loaded, subject, overwhelmed ? List.of() : checks, loaded.diagnostics(), phases(profile));
        return new CheckedPlan(
                report,
                overwhelmed
                        ? Plan.of(List.of(), Shape.unknown())
                        : subject.network().plan());
    }

    /**
     * The phases that every check together goes through; without its data not even what the text alone shows is all
     * there is to find.
     */
    private static String phases(Optional<DataProfile> profile) {
        return profile.isPresent() ? "SD" : "";
    }

    /** The findings of a probe of an experiment without errors, and no others. */
    public static CheckReport check(LoadedExperiment loaded, ProbeReport probe) {
        return check(
                loaded,
                new Subject(loaded.experiment(), Optional.empty(), Optional.of(loaded)),
                List.of(new ProbeCheck(probe)),
                List.of(),
                "P");
    }

    /**
     * Tells whether training an experiment without errors fits into memory; nothing else.
     *
     * @param available bytes there are
     */
    public static CheckReport check(LoadedExperiment loaded, MemoryNeed need, long available) {
        return check(
                loaded,
                new Subject(loaded.experiment(), Optional.empty(), Optional.of(loaded)),
                List.of(new MemoryCheck(need, available)),
                List.of(),
                "");
    }

    private static CheckReport check(
            LoadedExperiment loaded, Subject subject, List<Check> checks, List<Diagnostic> before, String phases) {
        List<String> sources = new ArrayList<>(loaded.sources().keySet());
        List<Diagnostic> findings = new ArrayList<>(before);
        checks.forEach(check -> check.check(subject));
        IgnoredCodesCheck.idle(subject, before, phases);
        subject.findings().stream()
                .filter(finding -> !isBrokenOff(finding, loaded, before))
                .forEach(finding -> findings.add(placed(finding, loaded, sources)));
        Comparator<Diagnostic> order = Comparator.comparing(
                        (Diagnostic finding) -> finding.span().orElse(null),
                        Comparator.nullsLast(Comparator.comparing((Span span) -> sources.indexOf(span.source()))
                                .thenComparing(span -> span)))
                .thenComparing(Diagnostic::code);
        return report(findings, loaded.experiment(), loaded.sources(), order);
    }

    /** The findings about an experiment declared in Java, addressed by path. */
    public CheckReport check(Experiment experiment, Optional<DataProfile> profile) {
        Subject subject = new Subject(experiment, profile, Optional.empty());
        checks.forEach(check -> check.check(subject));
        IgnoredCodesCheck.idle(subject, List.of(), phases(profile));
        List<Diagnostic> findings = subject.findings();
        Comparator<Diagnostic> order = Comparator.comparing(Diagnostic::path).thenComparing(Diagnostic::code);
        return report(findings, experiment, Map.of(), order);
    }

    private static CheckReport report(
            List<Diagnostic> findings,
            Experiment experiment,
            Map<String, SourceText> sources,
            Comparator<Diagnostic> order) {
        Set<String> ignored = experiment.checks().keySet();
        List<Diagnostic> sorted = new LinkedHashSet<>(findings)
                .stream()
                        .filter(finding -> !ignored.contains(finding.code()) || !Catalogue.isIgnorable(finding))
                        .sorted(order)
                        .toList();
        if (sorted.size() <= MOST_FINDINGS) {
            return new CheckReport(sorted, sources);
        }
        List<Diagnostic> shown = new ArrayList<>(sorted.subList(0, MOST_FINDINGS));
        List<Diagnostic> rest = sorted.subList(MOST_FINDINGS, sorted.size());
        Diagnostic more = LimitDiagnostics.moreFindings(rest, MOST_FINDINGS);
        shown.add(more.at(rest.get(0).span()));
        return new CheckReport(shown, sources);
    }

    /**
     * Tells whether a value that goes on over lines up to where reading gave up is found wanting: that it goes on there
     * is the mistake.
     */
    private static boolean isBrokenOff(Diagnostic finding, LoadedExperiment loaded, List<Diagnostic> before) {
        return loaded.spanOf(finding.path())
                .filter(span -> finding.code().equals("Y011") && span.endLine() > span.line())
                .filter(span -> before.stream()
                        .filter(other -> other.code().equals("Y001"))
                        .flatMap(other -> other.span().stream())
                        .anyMatch(place -> place.source().equals(span.source()) && place.line() == span.endLine()))
                .isPresent();
    }

    private static Diagnostic placed(Diagnostic finding, LoadedExperiment loaded, List<String> sources) {
        List<Related> related = finding.related().stream()
                .map(place -> place.span().isPresent()
                        ? place
                        : new Related(place.message(), place.path(), place(place.path(), loaded, sources)))
                .toList();
        Optional<Span> span = finding.span().isPresent() ? finding.span() : place(finding.path(), loaded, sources);
        return finding.at(span).withRelated(related);
    }

    /**
     * The place where the value is written; its key if it fills several lines; for a default, the key of the nearest
     * mapping around it.
     */
    private static Optional<Span> place(String path, LoadedExperiment loaded, List<String> sources) {
        Optional<Span> value = loaded.spanOf(path);
        Optional<Span> key = loaded.keySpanOf(path);
        if (!path.isEmpty() && (value.isPresent() || key.isPresent())) {
            return value.filter(span -> span.line() == span.endLine())
                    .or(() -> key)
                    .or(() -> value);
        }
        int cut = Math.max(path.lastIndexOf('.'), path.lastIndexOf('['));
        if (cut > 0) {
            return place(path.substring(0, cut), loaded, sources);
        }
        return sources.stream().findFirst().map(Span::startOf);
    }
}
