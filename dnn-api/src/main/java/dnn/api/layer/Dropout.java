package dnn.api.layer;

import dnn.api.constraint.Finite;
import dnn.api.constraint.ReportedAs;
import dnn.api.grammar.Describe;
import dnn.api.grammar.Required;
import dnn.api.shape.Shape;
import dnn.api.shape.ShapeResult;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.List;
import java.util.Optional;

/**
 * Inverted dropout: in training each number is set to 0 with probability {@code rate} and otherwise divided by {@code 1
 * − rate}, so that its expected value stays; in inference nothing happens. Shapes: (n, m) to (n, m). Srivastava et al.,
 * 2014.
 *
 * @param name unique in the network
 * @param rate probability of dropping a number, in [0, 1)
 */
@Describe("Sets a random share of the numbers to 0 in training.")
public record Dropout(
        @Describe("A name, unique in the network; default: the type and its count.")
        Optional<
                        @Pattern(
                                regexp = "[a-z][a-z0-9_]*",
                                message = "names of layers become names of tensors and files")
                        String>
                name,

        @Required
        @Describe("Probability of dropping a number.")
        @Finite(payload = ReportedAs.A405.class)
        @PositiveOrZero(message = "it is a probability", payload = ReportedAs.A405.class)
        @DecimalMax(
                value = "1",
                inclusive = false,
                message = "a rate of 1 drops everything and leaves nothing to learn from",
                payload = ReportedAs.A405.class)
        double rate)
        implements LayerSpec {

    /** A placeholder: the rate is required. */
    public static Dropout defaults() {
        return new Dropout(Optional.empty(), 0);
    }

    @Override
    public Dropout withName(String newName) {
        return new Dropout(Optional.of(newName), rate);
    }

    @Override
    public ShapeResult outputShape(List<Shape> inputs) {
        return ShapeResult.fits(inputs.get(0));
    }

    @Override
    public String effect() {
        return "in training, unchanged in inference";
    }
}
