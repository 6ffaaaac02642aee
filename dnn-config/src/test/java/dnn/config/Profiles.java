package dnn.config;

import dnn.api.profile.CellFormat;
import dnn.api.profile.CellTally;
import dnn.api.profile.ColumnNumbers;
import dnn.api.profile.ColumnProfile;
import dnn.api.profile.ColumnType;
import dnn.api.profile.DataProblem;
import dnn.api.profile.DataProfile;
import dnn.api.profile.OddText;
import dnn.api.profile.Oddity;
import dnn.api.profile.TargetProfile;
import dnn.api.profile.ValueCount;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Profiles of tables as reading them would give, for checks that need one. */
public final class Profiles {
    private static final String FILE = "data/penguins.csv";
    private static final DataProfile.SplitSizes SIZES = new DataProfile.SplitSizes(241, 52, 51);
    private static final ColumnProfile ISLAND = column("island", ColumnType.CATEGORICAL, 3, 0, 0, 3);
    private static final ColumnProfile ID = column("id", ColumnType.NUMERIC, 344, 1, 344, 1);
    private static final ColumnProfile MASS = column("body_mass_g", ColumnType.NUMERIC, 94, 2700, 6300, 1);
    private static final List<ValueCount> SPECIES =
            List.of(new ValueCount("Adelie", 152), new ValueCount("Chinstrap", 68), new ValueCount("Gentoo", 124));

    private Profiles() {}

    public static DataProfile named(String name) {
        return switch (name) {
            case "penguins" ->
                profile(
                        List.of(ISLAND, MASS),
                        new TargetProfile("sex", List.of(new ValueCount("F", 170), new ValueCount("M", 174)), 0, 0));
            case "species" -> profile(List.of(ISLAND, MASS), species(SPECIES));
            case "sorted" ->
                profile(
                        List.of(ISLAND, MASS),
                        new TargetProfile("species", SPECIES, Double.NaN, Double.NaN).sorted(true));
            case "repeated" -> {
                DataProfile whole = profile(
                        List.of(ISLAND, MASS, column("bill_length_mm", ColumnType.NUMERIC, 164, 32, 60, 1)),
                        species(SPECIES));
                yield new DataProfile(
                        whole.source(),
                        whole.items(),
                        whole.columns(),
                        whole.features(),
                        whole.inputs(),
                        whole.targets(),
                        Optional.of(new DataProfile.SplitSizes(241, 52, 51, 7)),
                        0,
                        List.of(),
                        Map.of());
            }
            case "leaks" ->
                profile(
                        List.of(
                                column("bird_id", ColumnType.CATEGORICAL, 80, Double.NaN, Double.NaN, 80),
                                column("measured", ColumnType.DATE_TIME, 40, Double.NaN, Double.NaN, 1),
                                new ColumnProfile(
                                                "mass_kg",
                                                ColumnType.NUMERIC,
                                                0,
                                                94,
                                                List.of(),
                                                new ColumnNumbers(2.7, 6.3, 4.2, 0.8),
                                                1)
                                        .correlation(0.99987)),
                        new TargetProfile("body_mass_g", List.of(), Double.NaN, Double.NaN));
            case "mass" -> profile(List.of(ISLAND), new TargetProfile("body_mass_g", List.of(), 2700, 6300));
            case "signed" ->
                profile(
                        List.of(ISLAND),
                        new TargetProfile("body_mass_g", List.of(), -3, 6300)
                                .notPositive(
                                        new CellTally(2, 9, "-3", Optional.of("data/more.csv")),
                                        new CellTally(1, 12, "0", Optional.of("data/more.csv"))));
            case "price" ->
                withTarget(profile(List.of(ISLAND), new TargetProfile("body_mass_g", List.of(), 2700, 6300)), MASS);
            case "western" -> profile(List.of(ISLAND, MASS), species(SPECIES)).encodings(Map.of(FILE, "windows-1252"));
            case "alike" ->
                profile(
                        List.of(ISLAND, MASS),
                        species(List.of(
                                new ValueCount("ADELIE", 12),
                                new ValueCount("Adelie", 140),
                                new ValueCount("Chinstrap", 68),
                                new ValueCount("Gentoo", 124))));
            case "sums" -> profile(List.of(islandWith("Total", 1), MASS), species(SPECIES));
            case "nothing" -> profile(List.of(islandWith("n.a.", 12), MASS), species(SPECIES));
            case "counts_of" ->
                profile(
                        List.of(ISLAND, MASS),
                        species(List.of(
                                new ValueCount("0", 70),
                                new ValueCount("1", 130),
                                new ValueCount("2", 90),
                                new ValueCount("3", 40),
                                new ValueCount("4", 14))));
            case "common" ->
                profile(
                        List.of(ISLAND, MASS),
                        new TargetProfile("sex", List.of(new ValueCount("F", 44), new ValueCount("M", 300)), 0, 0));
            case "unequal" ->
                profile(
                        List.of(ISLAND),
                        species(List.of(
                                new ValueCount("Adelie", 340),
                                new ValueCount("Chinstrap", 2),
                                new ValueCount("Gentoo", 2))));
            case "harmful" ->
                profile(
                        List.of(
                                column("year", ColumnType.NUMERIC, 1, 2007, 2007, 1),
                                ID,
                                MASS,
                                column("ratio", ColumnType.NUMERIC, 300, 0, 0.1, 1)),
                        species(SPECIES));
            case "missing" ->
                problems(new DataProblem.FileMissing("data.source", "data/penguin.csv", List.of("penguins.csv")));
            case "cells" ->
                problems(
                        new DataProblem.BadCells("data.source", "sex", DataProblem.BadCells.Kind.MISSING, 11, 5, ""),
                        new DataProblem.BadCells(
                                "data.source", "body_mass_g", DataProblem.BadCells.Kind.INFINITE, 1, 7, "inf"),
                        new DataProblem.BadCells(
                                        "data.source", "year", DataProblem.BadCells.Kind.NOT_NUMERIC, 2, 9, "n\u001ba")
                                .texts(List.of(
                                        new OddText("n\u001ba", Oddity.TEXT, 1, 9),
                                        new OddText("5%", Oddity.PERCENT, 1, 12))));
            case "columns" ->
                problems(
                        new DataProblem.ColumnMissing("data.target", "specie", List.of("species", "island", "sex")),
                        new DataProblem.ColumnMissing(
                                "data.features[1]", "color", List.of("species", "island", "sex")));
            case "nottable" ->
                problems(new DataProblem.Unreadable("data.source", FILE, 17, "it has 6 cells, the header has 7"));
            case "few" -> problems(new DataProblem.TooFewItems("data.split.validation", "validation", 20));
            case "counts" ->
                problems(new DataProblem.CountsDiffer("data.files.labels", "data/x.idx", 60_000, "data/y.idx", 10_000));
            case "twice" -> problems(new DataProblem.SameFile("data.files.test", "data/penguins.csv", "data.source"));
            case "untrained" -> problems(new DataProblem.ClassNotTrained("data.target", "Gentoo", "test", 4));
            case "constant" -> problems(new DataProblem.ConstantTarget("data.target", "species", "Adelie", 344));
            case "allmissing" -> problems(new DataProblem.AllMissing("data.source", "sex", 344));
            case "text" -> problems(new DataProblem.TextColumn("data.source", "comment", 318, 344, "caught at dawn"));
            case "uncertain" ->
                problems(new DataProblem.UncertainFormat(
                        "data.source",
                        "measured",
                        "03/04/2024",
                        2,
                        List.of(
                                new DataProblem.FormatReading(CellFormat.DAY_MONTH_YEAR, "2024-04-03"),
                                new DataProblem.FormatReading(CellFormat.MONTH_DAY_YEAR, "2024-03-04"))));
            case "mixed" -> problems(new DataProblem.MixedFormats("data.source", "price: net", "$5", 2, "\u20ac6", 3));
            case "groups" ->
                problems(new DataProblem.GroupTooLarge("data.split.group", "island", "Biscoe", 300, 344, "test"));
            case "classes" ->
                problems(new DataProblem.UnknownClass(
                        "data.positive_class", "adelie", List.of("Adelie", "Chinstrap", "Gentoo")));
            case "weightless" -> problems(new DataProblem.NothingCounts("data.item_weights", 241));
            case "labels" -> problems(new DataProblem.NotTwoClasses("data.targets[1]", "island", 3));
            case "places" ->
                problems(
                        badCells(DataProblem.BadCells.Kind.NOT_IN_ORDER, "XL"),
                        badCells(DataProblem.BadCells.Kind.NOT_BOOLEAN, "maybe"),
                        badCells(DataProblem.BadCells.Kind.NOT_A_TIME, "soon"),
                        badCells(DataProblem.BadCells.Kind.NOT_A_SPLIT, "later"),
                        badCells(DataProblem.BadCells.Kind.NEGATIVE, "-1"),
                        badCells(DataProblem.BadCells.Kind.UNSEEN, "Skua"));
            default -> throw new IllegalArgumentException("no profile is called " + name);
        };
    }

    private static DataProblem badCells(DataProblem.BadCells.Kind kind, String sample) {
        return new DataProblem.BadCells(
                "data.source", "cell", kind, 2, 9, sample, Optional.of("data/more.csv"), List.of());
    }

    private static TargetProfile species(List<ValueCount> classes) {
        return new TargetProfile("species", classes, Double.NaN, Double.NaN);
    }

    private static ColumnProfile column(
            String name, ColumnType type, int distinct, double least, double greatest, int width) {
        double deviation = (greatest - least) / 4;
        return new ColumnProfile(
                name,
                type,
                0,
                distinct,
                List.of(),
                new ColumnNumbers(least, greatest, (least + greatest) / 2, deviation),
                width);
    }

    private static ColumnProfile islandWith(String other, int count) {
        List<ValueCount> values = List.of(
                new ValueCount("Biscoe", 200), new ValueCount("Dream", 144 - count), new ValueCount(other, count));
        return new ColumnProfile("island", ColumnType.CATEGORICAL, 0, 3, values, ISLAND.numbers(), 3);
    }

    /** The same with the column to predict among the columns, as reading a table gives it. */
    private static DataProfile withTarget(DataProfile profile, ColumnProfile target) {
        List<ColumnProfile> columns = new ArrayList<>(profile.columns());
        columns.add(target);
        return new DataProfile(
                profile.source(),
                profile.items(),
                columns,
                profile.features(),
                profile.inputs(),
                profile.targets(),
                profile.split(),
                profile.dropped(),
                profile.problems(),
                Map.of());
    }

    private static DataProfile profile(List<ColumnProfile> columns, TargetProfile target) {
        return new DataProfile(
                FILE,
                344,
                columns,
                columns.stream().map(ColumnProfile::name).toList(),
                OptionalInt.of(
                        columns.stream().mapToInt(ColumnProfile::encodedWidth).sum()),
                List.of(target),
                Optional.of(SIZES),
                0,
                List.of(),
                Map.of());
    }

    private static DataProfile problems(DataProblem... problems) {
        return new DataProfile(
                FILE,
                0,
                List.of(),
                List.of(),
                OptionalInt.empty(),
                List.of(),
                Optional.empty(),
                0,
                List.of(problems),
                Map.of());
    }
}
