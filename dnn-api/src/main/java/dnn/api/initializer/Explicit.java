package dnn.api.initializer;

import dnn.api.grammar.Describe;
import dnn.api.grammar.KeyedBy;
import dnn.api.grammar.Named;
import dnn.api.grammar.Required;

/**
 * Written-out numbers: for weights (n_l, n_{l−1}), one row per neuron; for biases n_l numbers or (n_l, 1) rows.
 *
 * @param values the numbers
 */
@Named("values")
@KeyedBy("values")
@Describe("the numbers themselves")
public record Explicit(
        @Required @Describe("Rows of numbers for weights, one row per neuron; a list of numbers for biases.")
        Numbers values)
        implements Initializer {

    /** A placeholder: the values are required. */
    public static Explicit defaults() {
        return new Explicit(Numbers.list());
    }

    @Override
    public double meanSquare(int inputs, int outputs) {
        double[] numbers = values.flattened();
        double sum = 0;
        for (double number : numbers) {
            sum += number * number;
        }
        return numbers.length == 0 ? 0 : sum / numbers.length;
    }
}
