package dnn.examples.plugin;

import dnn.api.grammar.Describe;
import dnn.api.grammar.Required;
import dnn.api.schedule.CustomSchedule;
import jakarta.validation.constraints.Min;

/**
 * Rises linearly to α and falls again: α_t = α·(1 − |2p − 1|·½) with p = (t mod period)/period (after Smith, 2017).
 *
 * @param period epochs of one rise and fall
 */
@Describe("the learning rate rises from one half of it and falls back, again and again")
public record Triangular(
        @Required
        @Describe("Epochs of one rise and fall.")
        @Min(value = 2, message = "a rise and a fall take two epochs")
        int period)
        implements CustomSchedule {

    /** Ten epochs; how many is required. */
    public static Triangular defaults() {
        return new Triangular(10);
    }
}
