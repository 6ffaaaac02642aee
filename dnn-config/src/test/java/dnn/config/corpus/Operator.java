package dnn.config.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A way to break a good experiment, with the code and the line that the catalogue gives for it.
 *
 * @param name for people
 * @param code of the catalogue
 * @param breaks the broken experiment, or nothing where this operator does not apply
 */
record Operator(String name, String code, Function<GoodExperiment, Optional<Edit>> breaks) {

    /**
     * A broken text.
     *
     * @param lines the text
     * @param line index of the line where the finding belongs
     * @param profile name of the profile that belongs to the text
     */
    record Edit(List<String> lines, int line, String profile) {}

    /** The broken experiment, or nothing where this operator does not apply. */
    Optional<BrokenExperiment> apply(GoodExperiment good) {
        return breaks.apply(good)
                .filter(edit -> !edit.lines.equals(good.lines()) || !edit.profile.equals(good.profile()))
                .map(edit -> new BrokenExperiment(
                        code + " " + name + " in " + good.name(),
                        GoodExperiment.text(edit.lines),
                        edit.profile,
                        code,
                        edit.line + 1,
                        isMisspelling() ? Optional.of(GoodExperiment.text(good.lines())) : Optional.empty()));
    }

    /**
     * Whether the experiment is still the good one to people: a key or a name was written wrongly, or a sign of YAML.
     */
    private boolean isMisspelling() {
        return List.of("Y001", "Y002", "Y004", "Y007").contains(code) && !name.startsWith("new ");
    }

    /** In the first line that contains {@code marker}, {@code from} becomes {@code to}; the finding belongs there. */
    static Operator replace(String code, String marker, String from, String to) {
        return new Operator(
                "`" + from + "` to `" + to + "`", code, good -> replaced(good, good.find(marker), from, to));
    }

    /** The same in the last such line. */
    static Operator replaceLast(String code, String marker, String from, String to) {
        return new Operator(
                "`" + from + "` to `" + to + "`", code, good -> replaced(good, good.findLast(marker), from, to));
    }

    /** A line behind the first one that contains {@code marker}; the finding belongs to the new one. */
    static Operator insert(String code, String marker, String line) {
        return new Operator("new `" + line.strip() + "`", code, good -> {
            int at = good.find(marker);
            List<String> lines = new ArrayList<>(good.lines());
            if (at < 0) {
                return Optional.empty();
            }
            lines.add(at + 1, line);
            return Optional.of(new Edit(lines, at + 1, good.profile()));
        });
    }

    /**
     * Without the first line that starts with {@code start}; the finding belongs to the line that starts with
     * {@code owner}.
     */
    static Operator remove(String code, String start, String owner) {
        return new Operator("without `" + start.strip() + "`", code, good -> {
            List<String> lines = new ArrayList<>(good.lines());
            int at = starting(lines, start);
            if (at < 0) {
                return Optional.empty();
            }
            lines.remove(at);
            return Optional.of(new Edit(lines, Math.max(0, starting(lines, owner)), good.profile()));
        });
    }

    /**
     * The same text with data of another profile; the finding belongs to the first line that contains {@code marker}.
     */
    static Operator data(String code, String of, String profile, String marker) {
        return new Operator(
                "data `" + profile + "`",
                code,
                good -> good.profile().equals(of) && good.has(marker)
                        ? Optional.of(new Edit(good.lines(), good.find(marker), profile))
                        : Optional.empty());
    }

    /** Only for experiments that suit. */
    Operator where(Predicate<GoodExperiment> suits) {
        return new Operator(name, code, good -> suits.test(good) ? breaks.apply(good) : Optional.empty());
    }

    /** With a further change, which keeps the number of lines and makes no mistake of its own. */
    Operator and(String marker, String from, String to) {
        return new Operator(
                name,
                code,
                good -> breaks.apply(good).map(edit -> {
                    List<String> lines = new ArrayList<>(edit.lines);
                    lines.replaceAll(line -> line.contains(marker) ? line.replace(from, to) : line);
                    return new Edit(lines, edit.line, edit.profile);
                }));
    }

    private static int starting(List<String> lines, String start) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(start)) {
                return i;
            }
        }
        return -1;
    }

    private static Optional<Edit> replaced(GoodExperiment good, int at, String from, String to) {
        if (at < 0 || !good.lines().get(at).contains(from)) {
            return Optional.empty();
        }
        List<String> lines = new ArrayList<>(good.lines());
        String line = lines.get(at);
        int start = line.indexOf(from);
        lines.set(at, line.substring(0, start) + to + line.substring(start + from.length()));
        return Optional.of(new Edit(lines, at, good.profile()));
    }
}
