package dnn.config.init;

import dnn.api.profile.DataProfile;
import dnn.api.profile.TargetProfile;
import dnn.api.profile.ValueCount;
import dnn.config.diagnostic.UserText;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The choices that follow from how often the classes of a target occur: of two, the rarer is what is looked for; a
 * class that is much rarer than an equal share counts more in training, and figures are chosen that see it.
 *
 * @param classes with their items, in the order of their numbers
 */
record ClassChoice(List<ValueCount> classes) {
    /** A class with less than this part of an equal share is rare. */
    private static final double RARE = 0.2;

    /** Of two classes as frequent as this or more equal ones, neither is the rarer in earnest. */
    private static final double NEARLY_HALF = 0.45;

    private static final double VALIDATION_SHARE = 0.15;

    /** A ranking of fewer items of a class than this says little about it. */
    private static final int ITEMS_FOR_A_RANKING = 5;

    static ClassChoice of(DataProfile profile) {
        return new ClassChoice(profile.target().map(TargetProfile::classes).orElse(List.of()));
    }

    private long items() {
        return classes.stream().mapToLong(ValueCount::count).sum();
    }

    private Optional<ValueCount> rarest() {
        return classes.stream().min(Comparator.comparingLong(ValueCount::count));
    }

    private double shareOfRarest() {
        return rarest().map(rarest -> rarest.count() / (double) items()).orElse(1.0);
    }

    boolean areTwo() {
        return classes.size() == 2;
    }

    /** Tells whether a network could leave a class aside and still look good. */
    boolean areUnequal() {
        return classes.size() > 1 && shareOfRarest() * classes.size() < RARE;
    }

    /** The class of two that is looked for. */
    String positive() {
        boolean rarerFirst = areTwo() && classes.get(0).count() < classes.get(1).count();
        return classes.get(rarerFirst && shareOfRarest() < NEARLY_HALF ? 0 : 1).value();
    }

    /** Why that class is the positive one. */
    String whyPositive() {
        long count = classes.stream()
                .filter(each -> each.value().equals(positive()))
                .mapToLong(ValueCount::count)
                .sum();
        String share = "it has " + count + " of " + UserText.count(items(), "row");
        return "f1, precision and recall are of this class: "
                + (shareOfRarest() < NEARLY_HALF ? "the rarer, " + share : "the second, " + share);
    }

    String metrics() {
        if (areUnequal()) {
            return areTwo() ? "[balanced_accuracy, pr_auc, recall]" : "[balanced_accuracy, f1_macro]";
        }
        return "[accuracy, f1]";
    }

    /**
     * The figure that early stopping watches: with weighted classes the loss, which weighs no item, would speak for the
     * commonest.
     */
    String monitor() {
        boolean enough = rarest().filter(rarest -> rarest.count() * VALIDATION_SHARE >= ITEMS_FOR_A_RANKING)
                .isPresent();
        if (!areUnequal() || !enough) {
            return "validation.loss";
        }
        return areTwo() ? "validation.pr_auc" : "validation.balanced_accuracy";
    }
}
