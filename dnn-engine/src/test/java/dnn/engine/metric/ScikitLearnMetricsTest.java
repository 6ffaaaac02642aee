package dnn.engine.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dnn.api.grammar.Names;
import dnn.api.metric.Metric;
import dnn.engine.Experiments;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Figures that scikit-learn computed of random outputs and targets; {@code metrics.py} beside the table made it. */
class ScikitLearnMetricsTest {
    private record Case(
            String name, int rows, int items, double[] outputs, double[] targets, Map<String, Double> figures) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        try (InputStream table = ScikitLearnMetricsTest.class.getResourceAsStream("metrics.txt")) {
            String[] lines = new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toArray(String[]::new);
            for (int i = 0; i < lines.length; ) {
                String[] head = lines[i++].split(" ", -1);
                double[] outputs = numbers(lines[i++]);
                double[] targets = numbers(lines[i++]);
                Map<String, Double> figures = new TreeMap<>();
                while (i < lines.length && lines[i].startsWith("figure ")) {
                    String[] words = lines[i++].split(" ", -1);
                    figures.put(words[1], Double.valueOf(words[2]));
                }
                cases.add(new Case(
                        head[1], Integer.parseInt(head[2]), Integer.parseInt(head[3]), outputs, targets, figures));
            }
        }
        return cases;
    }

    private static double[] numbers(String line) {
        return Arrays.stream(line.split(" ", -1))
                .skip(1)
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static Map<String, Metric> metrics() {
        Map<String, Metric> metrics = new TreeMap<>();
        for (Class<?> type : Experiments.kindsOf(Metric.class)) {
            try {
                metrics.put(Names.of(type), (Metric) type.getConstructor().newInstance());
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        return metrics;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void everyFigureIsScikitLearns(Case wanted) {
        Map<String, Metric> metrics = metrics();
        assertThat(wanted.figures()).isNotEmpty();
        wanted.figures().forEach((name, expected) -> {
            for (int batch : new int[] {wanted.items(), 7}) {
                assertThat(value(metrics.get(name), wanted, batch))
                        .as("%s in batches of %d", name, batch)
                        .isCloseTo(expected, within(1e-10 * Math.max(1, Math.abs(expected))));
            }
        });
    }

    private static double value(Metric metric, Case items, int batch) {
        Figure figure = Metrics.figure(metric, Meaning.VALUES, items.name().equals("labels"));
        figure.clear();
        for (int from = 0; from < items.items(); from += batch) {
            int to = Math.min(items.items(), from + batch);
            figure.add(
                    Arrays.copyOfRange(items.outputs(), from * items.rows(), to * items.rows()),
                    Arrays.copyOfRange(items.targets(), from * items.rows(), to * items.rows()),
                    items.rows(),
                    to - from);
        }
        return figure.value();
    }

    @Test
    void everyMetricIsInTheTable() throws IOException {
        Set<String> compared = new HashSet<>();
        cases().forEach(each -> compared.addAll(each.figures().keySet()));
        assertThat(compared).isEqualTo(metrics().keySet());
    }

    static Stream<Metric> every() {
        return metrics().values().stream();
    }

    @ParameterizedTest
    @MethodSource("every")
    void nothingIsSaidOfNoItemsAndAFigureMayBeUsedAgain(Metric metric) throws IOException {
        Figure figure = Metrics.figure(metric, Meaning.VALUES, false);
        figure.clear();
        assertThat(figure.value()).isNaN();
        for (Case wanted : cases()) {
            if (wanted.figures().containsKey(Names.of(metric.getClass()))
                    && !wanted.name().equals("labels")) {
                figure.clear();
                figure.add(wanted.outputs(), wanted.targets(), wanted.rows(), wanted.items());
                assertThat(figure.value()).isCloseTo(wanted.figures().get(Names.of(metric.getClass())), within(1e-9));
            }
        }
    }
}
