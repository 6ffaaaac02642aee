package dnn.data.newdata;

import static org.assertj.core.api.Assertions.assertThat;

import dnn.api.data.Scale;
import dnn.api.profile.DataProblem;
import dnn.api.profile.DataProblem.BadCells;
import dnn.api.profile.DataProblem.BadCells.Kind;
import dnn.api.profile.DataProblem.ColumnMissing;
import dnn.api.profile.OddText;
import dnn.api.profile.Oddity;
import dnn.api.profile.ValueCount;
import dnn.data.encoding.FittedColumn;
import dnn.data.encoding.FittedTarget;
import dnn.data.encoding.Preprocessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewDataTest {
    private static final FittedColumn LENGTH =
            new FittedColumn.Numeric("length", Scale.STANDARDIZE, 10, 4, Optional.empty());
    private static final FittedColumn MASS = new FittedColumn.Numeric("mass", Scale.MIN_MAX, -1, 2, Optional.of(3.0));
    private static final FittedColumn ISLAND =
            new FittedColumn.Categorical("island", List.of("Biscoe", "Dream"), Optional.empty());
    private static final FittedColumn YEAR = new FittedColumn.Categorical("year", List.of("7", "8"), Optional.of("8"));
    private static final FittedTarget KIND = new FittedTarget.Classes("kind", List.of("a", "b", "c"), false);
    private static final Preprocessor ALL = new Preprocessor(List.of(LENGTH, MASS, ISLAND, YEAR), KIND);

    @TempDir
    Path folder;

    private NewItems read(String text, Preprocessor preprocessor) throws IOException {
        Path file = folder.resolve("new.csv");
        Files.writeString(file, text);
        return NewData.read(file, preprocessor);
    }

    @Test
    void columnsAreMatchedByNameAndEncodedAsFitted() throws IOException {
        NewItems items =
                read("year,kind,more,island,mass,length\n8.0,b,x,Dream,,6\n7,a,y,Biscoe,1,12\n,c,,Dream,5,10\n", ALL);
        assertThat(items.problems()).isEmpty();
        assertThat(items.targetProblems()).isEmpty();
        assertThat(items.unseenCategories()).isEmpty();
        assertThat(items.items()).isEqualTo(3);
        assertThat(items.features().orElseThrow().values())
                .containsExactly(-1, 2, 0, 1, 0, 1, 0.5, 1, 1, 0, 1, 0, 0, 3, 0, 1, 0, 1);
        assertThat(items.targets().orElseThrow().values()).containsExactly(0, 1, 0, 1, 0, 0, 0, 0, 1);
        assertThat(items.dataset().orElseThrow().items()).isEqualTo(3);
        assertThat(ALL.inputs()).isEqualTo(6);
        assertThat(ALL.inputNames())
                .containsExactly("length", "mass", "island=Biscoe", "island=Dream", "year=7", "year=8");
    }

    @Test
    void predictingNeedsNoTarget() throws IOException {
        NewItems items = read("length\n14\n", new Preprocessor(List.of(LENGTH), KIND));
        assertThat(items.features().orElseThrow().values()).containsExactly(1);
        assertThat(items.problems()).isEmpty();
        assertThat(items.targets()).isEmpty();
        assertThat(items.targetProblems()).containsExactly(new ColumnMissing("data.source", "kind", List.of("length")));
        assertThat(items.dataset()).isEmpty();
    }

    @Test
    void everyProblemIsReportedAtOnce() throws IOException {
        NewItems items = read("mass,island,year,kind\nheavy,,7,a\ninf,Dream,8,\n3,NA,8,b\n", ALL);
        assertThat(items.problems())
                .containsExactly(
                        new ColumnMissing("data.source", "length", List.of("mass", "island", "year", "kind")),
                        new BadCells("data.source", "mass", Kind.NOT_NUMERIC, 1, 2, "heavy")
                                .texts(List.of(new OddText("heavy", Oddity.TEXT, 1, 2))),
                        new BadCells("data.source", "mass", Kind.INFINITE, 1, 3, "inf"),
                        new BadCells("data.source", "island", Kind.MISSING, 2, 2, ""));
        assertThat(items.features()).isEmpty();
        assertThat(items.targetProblems()).containsExactly(new BadCells("data.source", "kind", Kind.MISSING, 1, 3, ""));
        assertThat(items.targets()).isEmpty();
    }

    @Test
    void missingNumbersWithoutImputationAreReported() throws IOException {
        assertThat(read("length\n1\nNA\n", new Preprocessor(List.of(LENGTH), KIND))
                        .problems())
                .containsExactly(new BadCells("data.source", "length", Kind.MISSING, 1, 3, "NA"));
    }

    @Test
    void unseenCategoriesAreCountedAndAllZeros() throws IOException {
        NewItems items = read("length,mass,island,year,kind\n10,1,Torgersen,9,a\n10,1,Mars,7,a\n10,1,Mars,7,a\n", ALL);
        assertThat(items.problems()).isEmpty();
        assertThat(items.unseenCategories())
                .containsExactly(
                        new NewItems.UnseenCategories(
                                "island", List.of(new ValueCount("Mars", 2), new ValueCount("Torgersen", 1))),
                        new NewItems.UnseenCategories("year", List.of(new ValueCount("9", 1))));
        assertThat(items.features().orElseThrow().values())
                .containsExactly(0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0);
    }

    @Test
    void unseenLabelsAreCounted() throws IOException {
        NewItems items = read("length,kind\n1,a\n2,d\n3,e\n4,e\n", new Preprocessor(List.of(LENGTH), KIND));
        assertThat(items.unseenLabels()).containsExactly(new ValueCount("e", 2), new ValueCount("d", 1));
        assertThat(items.targets()).isEmpty();
        assertThat(items.features()).isPresent();
    }

    @Test
    void numbersAreComparedByValueWhereTheyAreLabels() throws IOException {
        FittedTarget binary = new FittedTarget.Classes("kind", List.of("0", "1"), true);
        NewItems items = read("length,kind\n1,1.0\n2,0\n3,1\n", new Preprocessor(List.of(LENGTH), binary));
        assertThat(items.targets().orElseThrow().values()).containsExactly(1, 0, 1);
        assertThat(items.targets().orElseThrow().rows()).isEqualTo(1);
    }

    @Test
    void numericTargetsAreTakenAsTheyAre() throws IOException {
        Preprocessor numbers = new Preprocessor(List.of(LENGTH), new FittedTarget.Numbers("y"));
        assertThat(read("y,length\n2.5,1\n-1,2\n", numbers)
                        .targets()
                        .orElseThrow()
                        .values())
                .containsExactly(2.5, -1);
        NewItems bad = read("y,length\n?,1\ninf,2\nu,3\n", numbers);
        assertThat(bad.targetProblems())
                .containsExactly(
                        new BadCells("data.source", "y", Kind.MISSING, 1, 2, "?"),
                        new BadCells("data.source", "y", Kind.NOT_NUMERIC, 1, 4, "u")
                                .texts(List.of(new OddText("u", Oddity.TEXT, 1, 4))),
                        new BadCells("data.source", "y", Kind.INFINITE, 1, 3, "inf"));
        assertThat(bad.features()).isPresent();
    }

    @Test
    void filesThatAreNoTables() throws IOException {
        NewItems ragged = read("length\n1,2\n", new Preprocessor(List.of(LENGTH), KIND));
        assertThat(ragged.problems())
                .containsExactly(new DataProblem.Unreadable(
                        "data.source",
                        folder.resolve("new.csv").toString(),
                        2,
                        "the row has 2 fields, the header has 1; if lines of a title stand above the header, delete "
                                + "them"));
        assertThat(ragged.features()).isEmpty();
        NewItems none = NewData.read(folder.resolve("nw.csv"), ALL);
        assertThat(none.problems())
                .containsExactly(new DataProblem.FileMissing(
                        "data.source", folder.resolve("nw.csv").toString(), List.of("new.csv")));
        assertThat(none.targetProblems()).isEqualTo(none.problems());
    }
}
