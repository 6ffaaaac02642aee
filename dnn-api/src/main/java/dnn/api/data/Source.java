package dnn.api.data;

import dnn.api.grammar.Discriminator;
import java.util.Optional;
import java.util.OptionalInt;

/** The source of items: a built-in point set or a table in a file. */
@Discriminator("source")
public sealed interface Source permits Moons, Circles, Xor, Spirals, Blobs, Linear, Table {

    /** n_0, the numbers of one item after encoding, where the declaration alone tells. */
    OptionalInt inputs();

    /** The number of items, where the declaration alone tells. */
    default OptionalInt declaredItems() {
        return OptionalInt.empty();
    }

    /** The number of classes of the target, where the declaration alone tells; empty also for a numeric target. */
    OptionalInt classes();

    /** The declaration of a table in a file; empty for a built-in point set. */
    default Optional<Table> table() {
        return Optional.empty();
    }

    /**
     * The scaling of numeric columns where the experiment names none: tables are standardized, point sets are left as
     * they are.
     */
    default Scale defaultScale() {
        return Scale.NONE;
    }
}
