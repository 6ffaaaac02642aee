// Longer than 300 lines: each case is one picture, drawn and read by the same few helpers.
package dnn.run.plot;

import static org.assertj.core.api.Assertions.assertThat;

import dnn.api.dataset.Matrix;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class PlotTest {
    private static final DecisionRegions.Points NONE =
            new DecisionRegions.Points(new double[0], new double[0], new int[0]);

    private static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    @Test
    void userTextIsEscaped() throws Exception {
        String name = "</text><script>alert(\"1\")</script>&\u0001";
        String svg = ConfusionMatrix.draw(name, List.of(name, "b"), new int[][] {{1, 0}, {0, 1}});
        assertThat(parse(svg).getElementsByTagName("script").getLength()).isZero();
        assertThat(parse(svg).getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo("</text><script>alert(\"1\")</script>&\uFFFD");
    }

    @Test
    void aConfusionMatrixShowsEveryCount() throws Exception {
        Document document = parse(ConfusionMatrix.draw("t", List.of("a", "b"), new int[][] {{31, 2}, {0, 57}}));
        assertThat(texts(document)).contains("31", "2", "0", "57", "predicted", "true");
    }

    @Test
    void aGapInALineIsAGap() throws Exception {
        LineChart.Series series =
                new LineChart.Series("train", LineChart.upTo(5), new double[] {3, 2, Double.NaN, 1, 0.5}, false);
        Document document =
                parse(LineChart.draw("t", List.of(new LineChart.Panel("loss", "epoch", List.of(series), true))));
        // Two pieces of the line and one stroke in the legend.
        assertThat(document.getElementsByTagName("polyline").getLength()).isEqualTo(3);
    }

    @Test
    void nothingFiniteGivesAPictureThatSaysSo() throws Exception {
        LineChart.Series series =
                new LineChart.Series("train", LineChart.upTo(2), new double[] {Double.NaN, Double.NaN}, false);
        assertThat(texts(parse(
                        LineChart.draw("t", List.of(new LineChart.Panel("loss", "epoch", List.of(series), true))))))
                .contains("no finite numbers");
    }

    @Test
    void regionsFollowThePrediction() throws Exception {
        DecisionRegions.Points points =
                new DecisionRegions.Points(new double[] {-1, 1}, new double[] {-1, 1}, new int[] {0, 1});
        String svg = DecisionRegions.draw("t", List.of("x1", "x2"), List.of("left", "right"), points, NONE, grid -> {
            Matrix outputs = Matrix.zeros(1, grid.columns());
            for (int i = 0; i < grid.columns(); i++) {
                outputs.set(0, i, grid.get(0, i) > 0 ? 1 : 0);
            }
            return outputs;
        });
        NodeList regions = parse(svg).getElementsByTagName("path");
        assertThat(regions.getLength()).isEqualTo(2);
        Element left = (Element) regions.item(0);
        Element right = (Element) regions.item(1);
        // One rectangle a row: the left half of the picture, then the right one.
        assertThat(left.getAttribute("d").split("z")).hasSize(120).allMatch(piece -> piece.contains("M58 "));
        assertThat(right.getAttribute("d").split("z")).hasSize(120).allMatch(piece -> piece.contains("M288 "));
        assertThat(left.getAttribute("d")).contains("h230.8v");
        assertThat(left.getAttribute("fill")).isNotEqualTo(right.getAttribute("fill"));
    }

    @Test
    void testPointsHaveAShapeOfTheirOwn() throws Exception {
        DecisionRegions.Points train =
                new DecisionRegions.Points(new double[] {-1, 1}, new double[] {-1, 1}, new int[] {0, 1});
        DecisionRegions.Points test = new DecisionRegions.Points(new double[] {3}, new double[] {0}, new int[] {1});
        Document document = parse(DecisionRegions.draw(
                "t",
                List.of("x1", "x2"),
                List.of("left", "right"),
                train,
                test,
                grid -> Matrix.zeros(1, grid.columns())));
        assertThat(texts(document)).contains("train", "test", "left", "right");
        // One region, the point and its like in the legend.
        assertThat(document.getElementsByTagName("path").getLength()).isEqualTo(3);
    }

    @Test
    void aFittedLineStandsOverTheItemsOfBothSplits() throws Exception {
        Document document = parse(FittedLine.draw(
                "t",
                "age",
                "price",
                new FittedLine.Items(new double[] {0, 1, 2}, new double[] {0, 2, 4}),
                new FittedLine.Items(new double[] {1.5}, new double[] {3}),
                new FittedLine.Items(new double[] {0, 2}, new double[] {0, 4})));
        assertThat(texts(document)).contains("age", "price", "train", "test", "the network");
        assertThat(document.getElementsByTagName("circle").getLength()).isEqualTo(3 + 1);
        assertThat(document.getElementsByTagName("path").getLength()).isEqualTo(1 + 1);
    }

    @Test
    void longNamesOfClassesAreWhole() throws Exception {
        String name = "Chinstrap penguin (Pygoscelis antarcticus)";
        String endless = "a class with a name so long that no picture has room for all of it";
        List<String> labels = List.of(name, endless);
        DecisionRegions.Points points = new DecisionRegions.Points(new double[] {0}, new double[] {0}, new int[] {0});
        for (String svg : List.of(
                ConfusionMatrix.draw("t", labels, new int[][] {{31, 2}, {0, 57}}),
                DecisionRegions.draw(
                        "t", List.of("x1", "x2"), labels, points, NONE, grid -> Matrix.zeros(1, grid.columns())))) {
            assertThat(texts(parse(svg))).contains(name).doesNotContain(endless).anyMatch(text -> text.endsWith("…"));
            // Whole where a pointer rests on it.
            assertThat(titles(parse(svg))).contains(endless);
        }
    }

    @Test
    void namesOfClassesThatAreWiderThanACellStandUpright() throws Exception {
        List<String> labels = List.of("versicolor", "virginica");
        Document matrix = parse(ConfusionMatrix.draw("t", labels, new int[][] {{31, 2}, {0, 57}}));
        assertThat(texts(matrix).stream().filter(labels::contains)).hasSize(4);
    }

    @Test
    void everyColourHasOneForTheDark() {
        String svg = ConfusionMatrix.draw("t", List.of("a", "b"), new int[][] {{31, 2}, {0, 57}});
        String style = svg.substring(svg.indexOf("<style>"), svg.indexOf("</style>"));
        assertThat(style).startsWith("<style>@media (prefers-color-scheme: dark) {");
        Pattern.compile("(fill|stroke)=\"(#[0-9a-f]{6})\"")
                .matcher(svg.substring(svg.indexOf("</style>")))
                .results()
                .filter(use -> !use.group(2).equals(Colour.PALE.light()))
                .forEach(use -> assertThat(style)
                        .contains("[" + use.group(1) + "=\"" + use.group(2) + "\"] { " + use.group(1)));
    }

    /** Text and series stand out from the paper, by the contrast of WCAG 2.2: 4.5 for text, 2 for a series. */
    @Test
    void whatIsDrawnStandsOutInLightAndDark() {
        for (Colour text : List.of(Colour.INK, Colour.MUTED)) {
            assertThat(contrast(text.light(), Colour.PAPER.light())).isGreaterThan(4.5);
            assertThat(contrast(text.dark(), Colour.PAPER.dark())).isGreaterThan(4.5);
        }
        for (int i = 0; i < 10; i++) {
            assertThat(contrast(Colour.of(i).light(), Colour.PAPER.light())).isGreaterThan(2);
            assertThat(contrast(Colour.of(i).dark(), Colour.PAPER.dark())).isGreaterThan(4);
        }
    }

    private static double contrast(String one, String other) {
        double first = luminance(one);
        double second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(String colour) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double part = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            sum += weights[i] * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
        }
        return sum;
    }

    @Test
    void longMarksFindRoomBesideTheAxis() throws Exception {
        LineChart.Series series =
                new LineChart.Series("train", LineChart.upTo(2), new double[] {123456.1, 123456.9}, false);
        Document document =
                parse(LineChart.draw("t", List.of(new LineChart.Panel("loss", "epoch", List.of(series), false))));
        NodeList nodes = document.getElementsByTagName("text");
        for (int i = 0; i < nodes.getLength(); i++) {
            Element text = (Element) nodes.item(i);
            if (text.getAttribute("text-anchor").equals("end")) {
                double end = Double.parseDouble(text.getAttribute("x"));
                assertThat(end - Lettering.length(text.getTextContent(), 11)).isGreaterThan(20);
            }
        }
    }

    @Test
    void aWideLayerIsShortened() throws Exception {
        Document document = parse(NetworkDiagram.draw(
                "t",
                List.of(
                        new NetworkDiagram.Column("X", 2, "features", false, ""),
                        new NetworkDiagram.Column("dense1", 100, "relu", true, "W[1] (100, 2)"))));
        assertThat(document.getElementsByTagName("circle").getLength()).isEqualTo(2 + 7);
        assertThat(texts(document)).contains("⋮", "100", "W[1] (100, 2)");
    }

    @Test
    void marksAreRoundNumbersInsideTheRange() {
        assertThat(Axis.linear(0, 1, 0, 100).marks(5))
                .extracting(Axis::label)
                .containsExactly("0", "0.2", "0.4", "0.6", "0.8", "1");
        assertThat(Axis.logarithmic(0.003, 20, 0, 100).marks(5)).containsExactly(0.01, 0.1, 1.0, 10.0);
        assertThat(Axis.linear(5, 5, 0, 100).at(5)).isEqualTo(50);
        assertThat(Axis.label(0.6000000000000001)).isEqualTo("0.6");
        assertThat(Axis.label(2e-5)).isEqualTo("2e-5");
    }

    /** Of every kind of two numbers: equal, neighbours, subnormal, huge, infinite, of any bits. */
    @Test
    void anyTwoNumbersHaveAnAxisWithAnEnd() {
        long seed = 20260131;
        SplittableRandom random = new SplittableRandom(seed);
        double[] special = {
            0,
            -0.0,
            1,
            -50,
            Double.MIN_VALUE,
            Double.MIN_NORMAL,
            1e-310,
            1e-300,
            1e300,
            Double.MAX_VALUE,
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            -Double.MAX_VALUE,
            0.3333333333333333,
            61.28
        };
        List<double[]> pairs = new ArrayList<>();
        for (double one : special) {
            for (double other : special) {
                pairs.add(new double[] {one, other});
            }
            pairs.add(new double[] {one, Math.nextUp(one)});
            pairs.add(new double[] {Math.nextDown(one), one});
        }
        for (int i = 0; i < 3_000; i++) {
            double one = Double.longBitsToDouble(random.nextLong());
            pairs.add(new double[] {one, Double.longBitsToDouble(random.nextLong())});
            double apart = one;
            for (int steps = random.nextInt(1, 60); steps > 0; steps--) {
                apart = Math.nextUp(apart);
            }
            pairs.add(new double[] {one, apart});
        }
        for (double[] pair : pairs) {
            for (Axis axis :
                    List.of(Axis.linear(pair[0], pair[1], 10, 110), Axis.logarithmic(pair[0], pair[1], 10, 110))) {
                List<Double> marks = axis.marks(5);
                String what = seed + ": " + pair[0] + ", " + pair[1];
                assertThat(marks).as(what).hasSizeBetween(1, 20).doesNotHaveDuplicates();
                for (double mark : marks) {
                    assertThat(axis.at(mark)).as(what).isBetween(9.0, 111.0);
                    assertThat(Axis.label(mark)).as(what).isNotEmpty();
                }
                assertThat(axis.at(pair[0])).as(what).isFinite();
                assertThat(axis.at(pair[1])).as(what).isFinite();
            }
        }
    }

    @Test
    void picturesAreBoundedHoweverManyItemsAndEpochs() {
        int many = 1_000_000;
        double[] first = new double[many];
        double[] second = new double[many];
        for (int i = 0; i < many; i++) {
            first[i] = Math.sin(i);
            second[i] = Math.cos(3 * i);
        }
        DecisionRegions.Points points = new DecisionRegions.Points(first, second, new int[many]);
        String regions = DecisionRegions.draw(
                "t", List.of("x1", "x2"), List.of("a", "b"), points, NONE, grid -> Matrix.zeros(1, grid.columns()));
        assertThat(regions.split("<circle", -1)).hasSize(1 + DecisionRegions.MOST_POINTS + 2);
        assertThat(regions.length()).isLessThan(500_000);
        assertThat(regions.contains("2,000 of 1,000,000")).isTrue();
        first[123_456] = 1e3;
        LineChart.Series series = new LineChart.Series("train", LineChart.upTo(many), first, false);
        String curve = LineChart.draw("t", List.of(new LineChart.Panel("loss", "epoch", List.of(series), false)));
        assertThat(curve.length()).isLessThan(100_000);
        // The one high point is still there: its line reaches the top.
        assertThat(curve.contains(",62.15 ")).isTrue();
    }

    private static List<String> texts(Document document) {
        return contents(document, "text");
    }

    private static List<String> titles(Document document) {
        return contents(document, "title");
    }

    private static List<String> contents(Document document, String tag) {
        NodeList nodes = document.getElementsByTagName(tag);
        return java.util.stream.IntStream.range(0, nodes.getLength())
                .mapToObj(i -> nodes.item(i).getTextContent())
                .toList();
    }
}
