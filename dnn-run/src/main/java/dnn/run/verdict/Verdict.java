package dnn.run.verdict;

import dnn.api.profile.ProbeReport;
import dnn.config.diagnostic.UserText;
import dnn.run.divergence.LikelyCause;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One to three sentences on a finished training: what it is worth, how it went, what to try first. */
public final class Verdict {
    /** No more names than this in a sentence. */
    private static final int FEW = 5;

    /** The factor by which a training should last longer that was too short to tell anything. */
    private static final int MANY_TIMES = 10;

    private final Seen seen;

    private Verdict(Seen seen) {
        this.seen = seen;
    }

    /**
     * Items of a class that is never predicted.
     *
     * @param label the class
     * @param items it has in the split that was predicted
     */
    public record Unpredicted(String label, long items) {}

    /**
     * The figures and facts that a verdict is made from.
     *
     * @param divergence the likely cause where training ended since numbers were no longer finite
     * @param course the losses
     * @param epochOfWeights the epoch whose weights are kept
     * @param worth figures beside their baselines, the one that matters most first
     * @param unpredicted classes with items of which none is predicted
     * @param rectified layers whose units can be dead, with those that are, after training
     * @param settings what of the experiment decides which advice makes sense
     */
    public record Seen(
            Optional<LikelyCause> divergence,
            Course course,
            int epochOfWeights,
            List<Worth> worth,
            List<Unpredicted> unpredicted,
            List<ProbeReport.Rectified> rectified,
            Settings settings) {
        public Seen {
            worth = List.copyOf(worth);
            unpredicted = List.copyOf(unpredicted);
            rectified = List.copyOf(rectified);
        }
    }

    /**
     * The traits of the experiment that decide which advice makes sense.
     *
     * @param learningRate α
     * @param epochs asked for
     * @param stopsEarly whether early stopping is declared
     * @param regularized whether weights are penalized
     * @param weighsClasses whether classes have weights, or are about equally frequent
     * @param targetIsFar whether the target is numbers far from 0 that are not scaled
     */
    public record Settings(
            double learningRate,
            int epochs,
            boolean stopsEarly,
            boolean regularized,
            boolean weighsClasses,
            boolean targetIsFar) {}

    /** The sentences, each without a full stop; at most three, empty where there is nothing to say. */
    public static List<String> of(Seen seen) {
        Verdict verdict = new Verdict(seen);
        List<String> lines = new ArrayList<>();
        verdict.worth().ifPresent(lines::add);
        verdict.course().ifPresent(lines::add);
        verdict.advice().ifPresent(advice -> lines.add("try first: " + advice));
        return List.copyOf(lines);
    }

    /** The main figure, one more in which the network is beaten, and classes that are never predicted. */
    private Optional<String> worth() {
        List<String> parts = new ArrayList<>();
        if (!seen.worth.isEmpty()) {
            parts.add(seen.worth.get(0).sentence());
            seen.worth.stream()
                    .skip(1)
                    .filter(other -> other.rank() == Worth.Rank.NO_BETTER
                            && seen.worth.get(0).rank() != Worth.Rank.NO_BETTER)
                    .findFirst()
                    .ifPresent(other -> parts.add("but by `" + other.figure() + "` the baseline is better: "
                            + UserText.figure(other.baseline()) + " beside " + UserText.figure(other.value())));
        }
        if (!seen.unpredicted.isEmpty()) {
            List<String> names = seen.unpredicted.stream()
                    .limit(FEW)
                    .map(each -> UserText.quote(each.label()) + " (" + UserText.count(each.items(), "item") + ")")
                    .toList();
            int more = seen.unpredicted.size() - names.size();
            parts.add("never predicted: " + String.join(", ", names) + (more > 0 ? " and " + more + " more" : ""));
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", parts));
    }

    private Optional<String> course() {
        List<String> parts = new ArrayList<>();
        if (seen.divergence.isEmpty()) {
            seen.course.sentence(seen.epochOfWeights).ifPresent(parts::add);
        }
        seen.rectified.stream()
                .filter(Verdict::isMostlyDead)
                .findFirst()
                .ifPresent(layer -> parts.add(layer.dead() + " of the " + UserText.count(layer.units(), "unit")
                        + " of `" + layer.name() + "` are dead: 0 for every item"));
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", parts));
    }

    private static boolean isMostlyDead(ProbeReport.Rectified layer) {
        return 2 * layer.dead() > layer.units();
    }

    private boolean isNoBetter() {
        return !seen.worth.isEmpty() && seen.worth.get(0).rank() == Worth.Rank.NO_BETTER;
    }

    /** The first that applies: causes before their consequences. */
    private Optional<String> advice() {
        Settings settings = seen.settings;
        boolean dead = seen.rectified.stream().anyMatch(Verdict::isMostlyDead);
        Course.Kind course = seen.course.kind();
        if (seen.divergence.isPresent()) {
            return seen.divergence.map(LikelyCause::advice);
        } else if (settings.targetIsFar && (isNoBetter() || course != Course.Kind.SETTLED)) {
            return Optional.of("a scaled target: `data.preprocessing.target={scale: standardize}`");
        } else if (dead || course == Course.Kind.RISING) {
            return Optional.of("a smaller learning rate: `training.optimizer.learning_rate="
                    + UserText.number(settings.learningRate / 10) + "`" + (dead ? ", or `leaky_relu` units" : ""));
        } else if (!seen.unpredicted.isEmpty() && !settings.weighsClasses) {
            return Optional.of("classes that count the same: `training.class_weights=balanced`");
        } else if (course == Course.Kind.FALLING || (isNoBetter() && seen.course.isShort())) {
            int epochs = (seen.course.isShort() ? MANY_TIMES : 2) * Math.max(settings.epochs, seen.course.epochs());
            return Optional.of("more epochs: `training.epochs=" + epochs + "`");
        } else if (course == Course.Kind.FLAT) {
            return Optional.of("another learning rate, 10 times as large or a tenth, and scaled features");
        } else if (course == Course.Kind.OVERFITTED && !settings.stopsEarly) {
            return Optional.of("an end in time: `training.early_stopping={patience: 20}`");
        } else if (course == Course.Kind.OVERFITTED && !settings.regularized) {
            return Optional.of("smaller weights: `training.regularization={l2: 1e-3}`, or fewer units");
        } else if (isNoBetter()) {
            return Optional.of("other features or more items: what is there does not tell the target");
        }
        return Optional.empty();
    }
}
