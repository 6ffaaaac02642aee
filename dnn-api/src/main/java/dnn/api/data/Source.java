package dnn.api.data;

import dnn.api.grammar.Discriminator;
import java.util.OptionalInt;

/** Where items come from: a built-in point set or a table in a file. */
@Discriminator("source")
public sealed interface Source permits Moons, Circles, Xor, Spirals, Blobs, Linear, Table {

    /** n_0, the numbers of one item after encoding, where the declaration alone tells. */
    OptionalInt inputs();

    /** How many items there are, where the declaration alone tells. */
    default OptionalInt declaredItems() {
        return OptionalInt.empty();
    }

    /** How many classes the target has, where the declaration alone tells; empty also for a numeric target. */
    OptionalInt classes();

    /**
     * How numeric columns are scaled where the experiment does not say: tables are standardized, point sets are left as
     * they are.
     */
    default Scale defaultScale() {
        return Scale.NONE;
    }
}
