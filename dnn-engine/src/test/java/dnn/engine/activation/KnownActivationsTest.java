package dnn.engine.activation;

import static org.assertj.core.api.Assertions.assertThat;

import dnn.api.activation.Activation;
import dnn.api.activation.FormulaActivation;
import dnn.engine.Experiments;
import dnn.engine.KnownNumbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * σ and σ′ of each activation that is run by its formulas, at 1,000 points, against numbers computed elsewhere;
 * {@code known_activations.py} tells how. What else the records say of σ is held against the formulas.
 */
class KnownActivationsTest {
    private static final double RELATIVE = 1e-9;
    private static final int POINTS = 1000;

    /** An activation of the table with its numbers. */
    record Known(FormulaActivation activation, double[] values, double[] derivatives) {}

    static Stream<Named<Known>> known() {
        List<Named<Known>> known = new ArrayList<>();
        List<String> lines = KnownNumbers.lines(KnownActivationsTest.class, "known_activations.txt");
        for (int i = 0; i < lines.size(); i += 3) {
            String declared = lines.get(i).substring("activation ".length());
            known.add(Named.of(
                    declared,
                    new Known(
                            activation(declared),
                            KnownNumbers.of(lines.get(i + 1)),
                            KnownNumbers.of(lines.get(i + 2)))));
        }
        return known.stream();
    }

    private static FormulaActivation activation(String declared) {
        return (FormulaActivation) Experiments.declared(FormulaActivation.class, declared.split(" "));
    }

    private static double point(int i) {
        return -10 + 20.0 * i / (POINTS - 1);
    }

    private static void agree(DoubleUnaryOperator function, double[] expected) {
        assertThat(expected).hasSize(POINTS);
        for (int i = 0; i < POINTS; i++) {
            double found = function.applyAsDouble(point(i));
            assertThat(Math.abs(found - expected[i]))
                    .as("at %s: %s for %s", point(i), found, expected[i])
                    .isLessThanOrEqualTo(RELATIVE * Math.abs(expected[i]));
        }
    }

    /** An activation without numbers from outside is a formula that nobody has checked. */
    @Test
    void everyPermittedTypeHasNumbersFromOutside() {
        Set<Class<?>> activations = new HashSet<>();
        known().forEach(each -> activations.add(each.getPayload().activation().getClass()));
        assertThat(activations).containsExactlyInAnyOrder(Experiments.kindsOf(FormulaActivation.class));
    }

    @ParameterizedTest
    @MethodSource("known")
    void valuesAgree(Known known) {
        agree(known.activation()::value, known.values());
    }

    @ParameterizedTest
    @MethodSource("known")
    void derivativesAgree(Known known) {
        agree(known.activation()::derivative, known.derivatives());
    }

    /** The range is reached at its bounds or at great numbers, and never left. */
    @ParameterizedTest
    @MethodSource("known")
    void theRangeIsThatOfTheValues(Known known) {
        Activation.Range range = known.activation().range();
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double z = -800; z <= 800; z += 1 / 512.0) {
            low = Math.min(low, known.activation().value(z));
            high = Math.max(high, known.activation().value(z));
        }
        assertThat(low).isGreaterThanOrEqualTo(range.low());
        assertThat(high).isLessThanOrEqualTo(range.high());
        assertThat(known.activation().isPositive())
                .isEqualTo(known.activation().value(-10) > 0
                        && known.activation().value(-100) > 0
                        && known.activation().value(-280) > 0);
        assertThat(low).isLessThan(Double.isFinite(range.low()) ? range.low() + 2e-3 : -6);
        assertThat(high).isGreaterThan(Double.isFinite(range.high()) ? range.high() - 2e-3 : 700);
    }

    @ParameterizedTest
    @MethodSource("known")
    void greatNumbersGiveNumbersAndNaNStaysNaN(Known known) {
        FormulaActivation activation = known.activation();
        assertThat(activation.value(-Float.MAX_VALUE)).isNotNaN();
        assertThat(activation.value(Float.MAX_VALUE)).isNotNaN();
        assertThat(activation.derivative(-Float.MAX_VALUE)).isFinite();
        assertThat(activation.value(Double.NaN)).isNaN();
    }

    /** Slopes, or slopes of slopes, to the left and to the right differ at the kinks, and nowhere else. */
    @ParameterizedTest
    @MethodSource("known")
    void kinksAreWhereTheFunctionIsNotSmooth(Known known) {
        FormulaActivation activation = known.activation();
        List<Double> kinks = Arrays.stream(activation.kinks()).boxed().toList();
        assertThat(kinks).allMatch(z -> jumps(activation, z));
        for (int i = -64; i <= 64; i++) {
            double z = i / 8.0;
            assertThat(jumps(activation, z)).as("at %s", z).isEqualTo(kinks.contains(z));
        }
    }

    private static boolean jumps(FormulaActivation activation, double z) {
        double h = 1e-4;
        double left = activation.derivative(z - h);
        double right = activation.derivative(z + h);
        double size = Math.max(1, Math.abs(right));
        double bendOnTheLeft = (left - activation.derivative(z - 2 * h)) / h;
        double bendOnTheRight = (activation.derivative(z + 2 * h) - right) / h;
        return Math.abs(right - left) > 2e-3 * size || Math.abs(bendOnTheRight - bendOnTheLeft) > 0.05 * size;
    }
}
