package dnn.api;

import dnn.api.data.Moons;
import dnn.api.data.Preprocessing;
import dnn.api.data.Source;
import dnn.api.data.Split;
import dnn.api.grammar.Describe;
import dnn.api.grammar.Inlined;
import dnn.api.grammar.Required;
import jakarta.validation.Valid;

/**
 * The data the network learns from.
 *
 * @param source where items come from; its keys stand beside the others
 * @param split which share of the items is used for what
 * @param preprocessing how columns become numbers
 */
@Describe("What the network learns from.")
public record Data(
        @Required @Inlined @Describe("A built-in point set by name, or a file.") @Valid
        Source source,

        @Describe("Shares of the items, together 1; parts left out are 0.") @Valid
        Split split,

        @Describe("How columns become numbers; fitted on the training split alone.") @Valid
        Preprocessing preprocessing) {

    /** The standard split and preprocessing; the source is required. */
    public static Data defaults() {
        return new Data(Moons.defaults(), Split.STANDARD, Preprocessing.defaults());
    }
}
