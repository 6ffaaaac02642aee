package dnn.config.init;

import dnn.api.profile.ColumnProfile;
import dnn.api.profile.ColumnType;
import dnn.api.profile.DataProblem;
import dnn.api.profile.DataProfile;
import dnn.config.diagnostic.UserText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The columns of a table to predict from.
 *
 * @param features columns worth predicting from, in the table's order
 * @param excluded the others, each with the reason in a few words
 */
record ColumnChoice(List<ColumnProfile> features, Map<String, String> excluded) {
    /** A text with more different values than this is not one-hot encoded unless they repeat often. */
    private static final int FEW_CATEGORIES = 20;

    private static final int MOST_CATEGORIES = 100;

    /** With more different texts among its numbers than this a column is left out. */
    private static final int MOST_ODD_TEXTS = 20;

    static ColumnChoice of(DataProfile profile, String target, SplitChoice split) {
        List<ColumnProfile> features = new ArrayList<>();
        Map<String, String> excluded = new LinkedHashMap<>();
        for (ColumnProfile column : profile.columns()) {
            if (!column.name().equals(target) && !split.uses(column.name())) {
                objection(column, profile)
                        .ifPresentOrElse(why -> excluded.put(column.name(), why), () -> features.add(column));
            }
        }
        return new ColumnChoice(features, excluded);
    }

    private static Optional<String> objection(ColumnProfile column, DataProfile profile) {
        long items = profile.items();
        boolean numeric = isMeasured(column);
        if (column.missing() * 2 > items) {
            return Optional.of("mostly empty");
        } else if (column.distinct() <= 1) {
            return Optional.of("always the same");
        } else if (numeric && column.isIdentifier(items)) {
            return Optional.of("looks like an identifier: " + column.distinct() + " different whole numbers");
        } else if (profile.problems().stream()
                .anyMatch(problem -> problem instanceof DataProblem.BadCells cells
                        && cells.column().equals(column.name())
                        && cells.kind() == DataProblem.BadCells.Kind.INFINITE)) {
            return Optional.of("has infinite cells");
        }
        Optional<DataProblem.MixedFormats> mixed = profile.problems().stream()
                .filter(DataProblem.MixedFormats.class::isInstance)
                .map(DataProblem.MixedFormats.class::cast)
                .filter(problem -> problem.column().equals(column.name()))
                .findFirst();
        if (mixed.isPresent()) {
            return Optional.of(
                    "written in several ways: " + UserText.escape(mixed.get().first()) + " in row "
                            + mixed.get().firstRow() + ", "
                            + UserText.escape(mixed.get().other()) + " in row "
                            + mixed.get().otherRow());
        }
        Optional<DataProblem.BadCells> odd = oddCells(column.name(), profile);
        if (odd.isPresent() && odd.get().texts().size() > MOST_ODD_TEXTS) {
            return Optional.of(odd.get().count() + " cells are no numbers, the first in row "
                    + odd.get().firstRow());
        }
        boolean fewRepeat = column.distinct() > FEW_CATEGORIES && column.distinct() * 10L > items;
        boolean allDiffer = column.distinct() == items - column.missing();
        return !numeric
                        && (column.type() == ColumnType.TEXT
                                || fewRepeat
                                || allDiffer
                                || column.distinct() > MOST_CATEGORIES)
                ? Optional.of(column.distinct() + " different texts")
                : Optional.empty();
    }

    /** Cells among numbers that are none. */
    private static Optional<DataProblem.BadCells> oddCells(String column, DataProfile profile) {
        return profile.problems().stream()
                .filter(DataProblem.BadCells.class::isInstance)
                .map(DataProblem.BadCells.class::cast)
                .filter(cells -> cells.column().equals(column) && cells.kind() == DataProblem.BadCells.Kind.NOT_NUMERIC)
                .findFirst();
    }

    /** Texts among the numbers of features, which are to count as missing, each with where it stands first. */
    static Map<String, String> odd(List<ColumnProfile> columns, DataProfile profile) {
        Map<String, String> odd = new LinkedHashMap<>();
        for (ColumnProfile column : columns) {
            oddCells(column.name(), profile)
                    .filter(cells -> cells.texts().size() <= MOST_ODD_TEXTS)
                    .ifPresent(cells -> cells.texts()
                            .forEach(text -> odd.putIfAbsent(
                                    text.text(), "in `" + column.name() + "`, row " + text.firstRow())));
        }
        return odd;
    }

    /** Tells whether a column is preprocessed as numbers: numbers themselves, and points in time. */
    static boolean isMeasured(ColumnProfile column) {
        return column.type() == ColumnType.NUMERIC || column.type() == ColumnType.DATE_TIME;
    }

    /** Tells whether a feature with missing cells is preprocessed as numbers, or as categories. */
    boolean hasMissing(boolean measured, DataProfile profile) {
        return features.stream()
                .anyMatch(column -> isMeasured(column) == measured
                        && (column.missing() > 0
                                || oddCells(column.name(), profile).isPresent()));
    }

    /** n_0, the numbers of one item after encoding. */
    int inputs() {
        return features.stream().mapToInt(ColumnProfile::encodedWidth).sum();
    }
}
