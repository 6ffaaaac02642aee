package dnn.data.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dnn.api.data.Blobs;
import dnn.api.data.Circles;
import dnn.api.data.Linear;
import dnn.api.data.Moons;
import dnn.api.data.Source;
import dnn.api.data.Spirals;
import dnn.api.data.Table;
import dnn.api.data.Xor;
import dnn.api.random.RandomStream;
import dnn.api.random.RandomStreams;
import dnn.data.table.DataTable;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PointSetsTest {
    private static final Offset<Double> ROUNDING = within(1e-15);

    private static DataTable make(Source source) {
        return PointSets.make(source, 42).orElseThrow();
    }

    private static double at(DataTable table, String column, int item) {
        return table.column(column).orElseThrow().number(item);
    }

    private static void assertPoint(DataTable table, int item, double x1, double x2, double target) {
        assertThat(at(table, "x1", item)).as("x1 of item %d", item).isCloseTo(x1, ROUNDING);
        assertThat(at(table, "x2", item)).as("x2 of item %d", item).isCloseTo(x2, ROUNDING);
        assertThat(at(table, "class", item)).as("class of item %d", item).isEqualTo(target);
    }

    @Test
    void everyBuiltInSourceHasAMaker() {
        List<Source> sources = List.of(
                Moons.defaults(),
                Circles.defaults(),
                Xor.defaults(),
                Spirals.defaults(),
                Blobs.defaults(),
                Linear.defaults());
        Set<Class<?>> known = new HashSet<>(Set.of(Table.class));
        sources.forEach(source -> known.add(source.getClass()));
        assertThat(known).isEqualTo(Set.of(Source.class.getPermittedSubclasses()));
        for (Source source : sources) {
            assertThat(PointSets.isBuiltIn(source)).isTrue();
            DataTable table = make(source);
            assertThat(table.items()).isEqualTo(1000);
            assertThat(table.columns()).hasSize(source.inputs().orElseThrow() + 1);
            assertThat(table.names().get(0)).isEqualTo("x1");
        }
        assertThat(PointSets.isBuiltIn(Table.defaults())).isFalse();
    }

    @Test
    void moonsAreHalfCircles() {
        DataTable moons = make(new Moons(6, 0));
        assertThat(moons.source()).isEqualTo("moons");
        assertThat(moons.names()).containsExactly("x1", "x2", "class");
        assertPoint(moons, 0, 1, 0, 0);
        assertPoint(moons, 1, 0, 0.5, 1);
        assertPoint(moons, 2, 0, 1, 0);
        assertPoint(moons, 3, 1, -0.5, 1);
        assertPoint(moons, 4, -1, 0, 0);
        assertPoint(moons, 5, 2, 0.5, 1);
    }

    @Test
    void anOddItemGoesToTheFirstClass() {
        DataTable moons = make(new Moons(5, 0));
        assertPoint(moons, 4, -1, 0, 0);
        assertPoint(moons, 3, 2, 0.5, 1);
        assertPoint(make(new Moons(1, 0)), 0, 1, 0, 0);
    }

    @Test
    void circlesHaveRadiusOneAndOneHalf() {
        DataTable circles = make(new Circles(8, 0));
        assertPoint(circles, 0, 1, 0, 0);
        assertPoint(circles, 1, 0.5, 0, 1);
        assertPoint(circles, 2, 0, 1, 0);
        assertPoint(circles, 3, 0, 0.5, 1);
        assertPoint(circles, 4, -1, 0, 0);
        assertPoint(circles, 7, 0, -0.5, 1);
    }

    @Test
    void xorHasFourCorners() {
        DataTable xor = make(new Xor(5, 0));
        assertPoint(xor, 0, 1, 1, 0);
        assertPoint(xor, 1, 1, -1, 1);
        assertPoint(xor, 2, -1, -1, 0);
        assertPoint(xor, 3, -1, 1, 1);
        assertPoint(xor, 4, 1, 1, 0);
    }

    @Test
    void spiralsWindOutwards() {
        DataTable spirals = make(new Spirals(10, 2, 1, 0));
        assertPoint(spirals, 0, 0, 0, 0);
        assertPoint(spirals, 1, 0, 0, 1);
        assertPoint(spirals, 2, 0, 0.25, 0);
        assertPoint(spirals, 3, 0, -0.25, 1);
        assertPoint(spirals, 4, -0.5, 0, 0);
        assertPoint(spirals, 8, 1, 0, 0);
        assertPoint(spirals, 9, -1, 0, 1);
        DataTable three = make(new Spirals(7, 3, 0.5, 0));
        assertPoint(three, 6, -1, 0, 0);
        assertThat(at(three, "class", 5)).isEqualTo(2);
    }

    @Test
    void blobsWithoutNoiseAreTheirCentres() {
        DataTable blobs = make(new Blobs(9, 3, 2, 0));
        RandomStream stream = new RandomStreams(42).stream("data/blobs");
        double[] centres = new double[6];
        Arrays.setAll(centres, i -> 8 * stream.nextDouble() - 4);
        for (int item = 0; item < 9; item++) {
            for (int feature = 0; feature < 3; feature++) {
                assertThat(at(blobs, "x" + (feature + 1), item))
                        .isCloseTo(centres[item % 2 * 3 + feature], ROUNDING)
                        .isBetween(-4.0, 4.0);
            }
            assertThat(at(blobs, "class", item)).isEqualTo(item % 2);
        }
    }

    @Test
    void linearTargetsAreLinear() {
        DataTable linear = make(new Linear(50, 2, 0));
        assertThat(linear.names()).containsExactly("x1", "x2", "y");
        RandomStream stream = new RandomStreams(42).stream("data/linear");
        double c1 = stream.nextGaussian();
        double c2 = stream.nextGaussian();
        double d = stream.nextGaussian();
        for (int item = 0; item < 50; item++) {
            double x1 = at(linear, "x1", item);
            double x2 = at(linear, "x2", item);
            assertThat(x1).isBetween(-1.0, 1.0);
            assertThat(at(linear, "y", item)).isCloseTo(c1 * x1 + c2 * x2 + d, within(1e-14));
        }
    }

    @Test
    void noiseHasItsDeviationAndIsTheSameWhateverItsSize() {
        DataTable exact = make(new Moons(20_000, 0));
        DataTable small = make(new Moons(20_000, 0.1));
        DataTable large = make(new Moons(20_000, 0.2));
        double squares = 0;
        for (int item = 0; item < 20_000; item++) {
            double noise = at(small, "x1", item) - at(exact, "x1", item);
            squares += noise * noise;
            assertThat(at(large, "x1", item) - at(exact, "x1", item)).isCloseTo(2 * noise, within(1e-14));
        }
        // Twelve times the standard error of the estimate, 0.1/√40000.
        assertThat(Math.sqrt(squares / 20_000)).isCloseTo(0.1, within(0.006));
    }

    @Test
    void theSeedDecides() {
        assertThat(at(PointSets.make(Moons.defaults(), 1).orElseThrow(), "x1", 7))
                .isEqualTo(at(PointSets.make(Moons.defaults(), 1).orElseThrow(), "x1", 7))
                .isNotEqualTo(at(PointSets.make(Moons.defaults(), 2).orElseThrow(), "x1", 7));
    }

    @Test
    void noPointsWhereNoneAreAskedFor() {
        assertThat(PointSets.make(new Moons(0, 0.1), 1)).isEmpty();
        assertThat(PointSets.make(new Moons(-3, 0.1), 1)).isEmpty();
        assertThat(PointSets.make(new Blobs(10, 0, 3, 1), 1)).isEmpty();
    }
}
