package dnn.api.profile;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The facts about data that a check may use. Where problems kept parts from being found out, those are empty.
 *
 * @param source the file as resolved, or the built-in name
 * @param items rows of the whole table
 * @param columns every column of the table, in its order; built-in sources call theirs x1, x2, …
 * @param features names of the columns that are predicted from, in the order of X
 * @param inputs n_0, the numbers of one item after encoding
 * @param targets the columns that are predicted
 * @param split items of each split
 * @param dropped further rows that were left out because their target is missing
 * @param problems what kept the data from being used, in the order of discovery
 * @param encodings files whose character set was found in their bytes and is not UTF-8, each with its name
 */
public record DataProfile(
        String source,
        long items,
        List<ColumnProfile> columns,
        List<String> features,
        OptionalInt inputs,
        List<TargetProfile> targets,
        Optional<SplitSizes> split,
        long dropped,
        List<DataProblem> problems,
        Map<String, String> encodings) {

    public DataProfile {
        encodings = Collections.unmodifiableMap(new LinkedHashMap<>(encodings));
        columns = List.copyOf(columns);
        features = List.copyOf(features);
        targets = List.copyOf(targets);
        problems = List.copyOf(problems);
    }

    /** A copy in which these files have these character sets. */
    public DataProfile encodings(Map<String, String> ofFiles) {
        return new DataProfile(source, items, columns, features, inputs, targets, split, dropped, problems, ofFiles);
    }

    /** The first of the columns that are predicted. */
    public Optional<TargetProfile> target() {
        return targets.stream().findFirst();
    }

    /** The column of this name. */
    public Optional<ColumnProfile> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    /** Every column by its name, for who asks for many: making this goes through all of them. */
    public Map<String, ColumnProfile> byName() {
        Map<String, ColumnProfile> byName = new HashMap<>();
        columns.forEach(column -> byName.putIfAbsent(column.name(), column));
        return byName;
    }

    /**
     * Items of each split.
     *
     * @param train items to learn from
     * @param validation items to watch
     * @param test items kept for the end
     * @param repeated items of validation and test that equal one of the training split in every feature and the target
     * @param natural how many of these are to be expected if no row was copied; 0 where hardly any is repeated
     */
    public record SplitSizes(int train, int validation, int test, int repeated, int natural) {
        private static final double HARDLY_ANY = 0.01;

        /** Sizes of splits with repeated items, none of them by chance. */
        public SplitSizes(int train, int validation, int test, int repeated) {
            this(train, validation, test, repeated, 0);
        }

        /** Sizes of splits without a repeated item. */
        public SplitSizes(int train, int validation, int test) {
            this(train, validation, test, 0);
        }

        /** Tells whether so many repeated items are more than a few. */
        public static boolean isWorthAWord(int repeated, long items) {
            return repeated > HARDLY_ANY * items;
        }
    }
}
