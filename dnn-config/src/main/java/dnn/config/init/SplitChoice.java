package dnn.config.init;

import dnn.api.profile.ColumnProfile;
import dnn.api.profile.DataProfile;
import dnn.config.diagnostic.UserText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The split of a first experiment's items: rows of one person, device or order stay together, and what is dated is
 * tested on the latest rows; otherwise by chance.
 *
 * @param group the column whose equal cells stay together
 * @param time the column in whose order items are split
 * @param remarks why, and what else could be chosen: lines of comment
 */
public record SplitChoice(Optional<String> group, Optional<String> time, List<String> remarks) {
    /** Without a remark. */
    public static final SplitChoice BY_CHANCE = new SplitChoice(Optional.empty(), Optional.empty(), List.of());

    public SplitChoice {
        remarks = List.copyOf(remarks);
    }

    /**
     * The choices in order, the last of them by chance: an earlier one may leave a split without a class or without
     * items.
     */
    public static List<SplitChoice> of(DataProfile profile, String target) {
        List<SplitChoice> choices = new ArrayList<>();
        Optional<ColumnProfile> group = profile.columns().stream()
                .filter(column -> !column.name().equals(target) && column.isRepeatedIdentifier(profile.items()))
                .findFirst();
        Optional<ColumnProfile> time = profile.columns().stream()
                .filter(column -> !column.name().equals(target) && column.isTimeOfMeasurement())
                .findFirst();
        group.ifPresent(column -> choices.add(byGroup(column, profile.items(), time)));
        time.ifPresent(column -> choices.add(byTime(column)));
        choices.add(BY_CHANCE);
        return choices;
    }

    /** A copy that says why earlier choices were passed over: each with the finding that it led to. */
    public SplitChoice inPlaceOf(Map<SplitChoice, String> passedOver) {
        List<String> reasons = new ArrayList<>(remarks);
        passedOver.forEach((choice, why) -> reasons.add("a split by "
                + choice.group.or(() -> choice.time).map(UserText::escape).orElse("")
                + " would be more honest, but then " + UserText.escape(why)));
        return new SplitChoice(group, time, reasons);
    }

    private static SplitChoice byGroup(ColumnProfile column, long items, Optional<ColumnProfile> time) {
        List<String> remarks = new ArrayList<>();
        String name = UserText.escape(column.name());
        double rows = (items - column.missing()) / (double) column.distinct();
        remarks.add(name + " has " + UserText.count(column.distinct(), "value") + " in "
                + UserText.count(items, "row") + ", " + UserText.number(Math.rint(rows * 10) / 10)
                + " rows each: they stay together, or the network would be tested on what it knows; it is no feature");
        time.ifPresent(dated -> remarks.add("to be tested on the latest rows instead: `time: "
                + UserText.escape(dated.name()) + "` in the place of `group`"));
        return new SplitChoice(Optional.of(column.name()), Optional.empty(), remarks);
    }

    private static SplitChoice byTime(ColumnProfile column) {
        return new SplitChoice(
                Optional.empty(),
                Optional.of(column.name()),
                List.of("in the order of " + UserText.escape(column.name())
                        + ": learns from the past and is tested on what came later, as it will be used; "
                        + "it is no feature"));
    }

    /** Tells whether the column decides on the split, so that it is no feature. */
    boolean uses(String column) {
        return group.filter(column::equals).isPresent()
                || time.filter(column::equals).isPresent();
    }

    /** The value of {@code split} on one line. */
    String text() {
        String shares = "train: 0.7, validation: 0.15, test: 0.15";
        return "{" + shares
                + group.map(name -> ", group: " + FirstExperiment.yaml(name)).orElse("")
                + time.map(name -> ", time: " + FirstExperiment.yaml(name)).orElse("") + "}";
    }
}
