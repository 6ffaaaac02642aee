package dnn.run.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Numbers of curves worked by hand, and what stands on axes. */
class CurvesTest {
    private static final double[] PROBABILITIES = {0.9, 0.8, 0.8, 0.3};
    private static final boolean[] POSITIVE = {true, false, true, false};

    @Test
    void itemsOfEqualProbabilityChangeSidesTogether() {
        List<double[]> curve = ProbabilityCurves.thresholds(PROBABILITIES, POSITIVE);
        assertThat(curve.get(0)).containsExactly(0, 0, 0.5, 1);
        assertThat(curve.get(1)).containsExactly(0, 0.5, 1, 1);
        assertThat(curve.get(2)).containsExactly(1, 1, 2 / 3.0, 0.5);
    }

    @Test
    void binsWithoutItemsAreLeftOut() {
        List<double[]> bins = ProbabilityCurves.bins(PROBABILITIES, POSITIVE);
        assertThat(bins.get(0)).containsExactly(0.3, 0.8, 0.9);
        assertThat(bins.get(1)).containsExactly(0, 0.5, 1);
    }

    @Test
    void theLogarithmicAxisIsTheVerticalOne() {
        double[] wide = {100, 10, 1, 0.1};
        String svg = LineChart.draw(
                "t",
                List.of(new LineChart.Panel(
                        "loss",
                        "epoch",
                        List.of(new LineChart.Series("train", LineChart.upTo(4), wide, false)),
                        true)));
        assertThat(svg)
                .containsPattern("rotate\\(-90\\)[^>]*>logarithmic scale<")
                .contains(">epoch<");
    }

    @Test
    void theFirstEpochsDoNotFlattenTheAxis() {
        double[] y = new double[40];
        for (int i = 0; i < 40; i++) {
            y[i] = i < 2 ? -100 : 0.5 + i / 100.0;
        }
        LineChart.Series series = new LineChart.Series("r2", LineChart.upTo(40), y, false);
        String cut = LineChart.draw(
                "t", List.of(new LineChart.Panel("r2", "epoch", List.of(series), false, OptionalDouble.of(7), true)));
        assertThat(cut)
                .contains("(the first ones lie beyond)", ">0.7<", "overflow=\"hidden\"")
                .doesNotContain(">-100<");
        String whole = LineChart.draw("t", List.of(new LineChart.Panel("r2", "epoch", List.of(series), false)));
        assertThat(whole).contains(">-100<");
    }

    @Test
    void fourPanelsStandInTwoRows() {
        LineChart.Panel panel = new LineChart.Panel(
                "p",
                "epoch",
                List.of(new LineChart.Series("train", LineChart.upTo(2), new double[] {1, 2}, false)),
                false);
        assertThat(LineChart.draw("t", List.of(panel, panel, panel, panel))).contains("translate(0 346)");
    }
}
