package dnn.engine.loss;

import static org.assertj.core.api.Assertions.assertThat;

import dnn.api.loss.Domain;
import dnn.api.loss.FormulaLoss;
import dnn.engine.Experiments;
import dnn.engine.KnownNumbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each loss that is run by its formulas against numbers computed elsewhere; {@code known_losses.py} tells how. What
 * else the records say of the loss is held against the formulas.
 */
class KnownLossesTest {
    private static final double RELATIVE = 1e-9;

    /** A loss of the table with its numbers. */
    record Known(FormulaLoss loss, double[] outputs, double[] targets, double[] values, double[] derivatives) {}

    static Stream<Named<Known>> known() {
        List<Named<Known>> known = new ArrayList<>();
        List<String> lines = KnownNumbers.lines(KnownLossesTest.class, "known_losses.txt");
        for (int i = 0; i < lines.size(); i += 5) {
            String declared = lines.get(i).substring("loss ".length());
            double[][] numbers =
                    lines.subList(i + 1, i + 5).stream().map(KnownNumbers::of).toArray(double[][]::new);
            FormulaLoss loss = (FormulaLoss) Experiments.declared(FormulaLoss.class, declared.split(" "));
            known.add(Named.of(declared, new Known(loss, numbers[0], numbers[1], numbers[2], numbers[3])));
        }
        return known.stream();
    }

    private static void agrees(double found, double expected, double a, double y) {
        assertThat(Math.abs(found - expected))
                .as("at a = %s, y = %s: %s for %s", a, y, found, expected)
                .isLessThanOrEqualTo(RELATIVE * Math.max(1e-9, Math.abs(expected)));
    }

    /** A loss without numbers from outside is a formula that nobody has checked. */
    @Test
    void everyPermittedTypeHasNumbersFromOutside() {
        Set<Class<?>> losses = new HashSet<>();
        known().forEach(each -> losses.add(each.getPayload().loss().getClass()));
        assertThat(losses).containsExactlyInAnyOrder(Experiments.kindsOf(FormulaLoss.class));
    }

    @ParameterizedTest
    @MethodSource("known")
    void valuesAndDerivativesAgree(Known known) {
        assertThat(known.values()).hasSizeGreaterThan(30);
        for (int i = 0; i < known.values().length; i++) {
            double a = known.outputs()[i];
            double y = known.targets()[i];
            agrees(known.loss().value(a, y), known.values()[i], a, y);
            agrees(known.loss().derivative(a, y), known.derivatives()[i], a, y);
        }
    }

    /** Nothing is lost where output and target meet or nearly do, and NaN is not hidden. */
    @ParameterizedTest
    @MethodSource("known")
    void theLossIsLeastAtTheTarget(Known known) {
        FormulaLoss loss = known.loss();
        for (double y : new double[] {0.5, 1, 3, 70}) {
            assertThat(loss.derivative(y, y)).isZero();
            assertThat(loss.value(y * (1 + 1e-4), y)).isGreaterThan(loss.value(y, y));
            assertThat(loss.value(y * (1 - 1e-4), y)).isGreaterThan(loss.value(y, y));
            assertThat(loss.value(Double.NaN, y)).isNaN();
            assertThat(loss.derivative(Double.NaN, y)).isNaN();
        }
    }

    /** Slopes, or slopes of slopes, to the left and to the right differ at the kinks, and nowhere else. */
    @ParameterizedTest
    @MethodSource("known")
    void kinksAreWhereTheLossIsNotSmooth(Known known) {
        List<Double> kinks = Arrays.stream(known.loss().kinks()).boxed().toList();
        for (double error :
                IntStream.rangeClosed(-20, 20).mapToDouble(i -> i / 10.0).toArray()) {
            assertThat(jumps(known.loss(), 4 + error, 4)).as("at %s", error).isEqualTo(kinks.contains(error));
        }
    }

    private static boolean jumps(FormulaLoss loss, double a, double y) {
        double h = 1e-4;
        double left = loss.derivative(a - h, y);
        double right = loss.derivative(a + h, y);
        double bendOnTheLeft = (left - loss.derivative(a - 2 * h, y)) / h;
        double bendOnTheRight = (loss.derivative(a + 2 * h, y) - right) / h;
        return Math.abs(right - left) > 2e-3 || Math.abs(bendOnTheRight - bendOnTheLeft) > 0.05;
    }

    /** Within its domains a loss is a number with a slope; a domain is no narrower than that. */
    @ParameterizedTest
    @MethodSource("known")
    void domainsAreWhereTheLossIsDefined(Known known) {
        FormulaLoss loss = known.loss();
        for (double y : new double[] {-2, 0, 1e-3, 1, 400}) {
            for (double a : new double[] {-2, 0, 1e-3, 1, 400}) {
                boolean within =
                        loss.targetDomain().contains(y) && loss.outputDomain().contains(a);
                if (within) {
                    assertThat(loss.value(a, y)).isFinite();
                    assertThat(loss.derivative(a, y)).isFinite();
                }
            }
        }
        double outside = loss.targetDomain() == Domain.NOT_ZERO ? 0 : -2;
        boolean narrow = loss.targetDomain() != Domain.REALS;
        assertThat(loss.targetDomain().contains(outside)).isEqualTo(!narrow);
    }
}
