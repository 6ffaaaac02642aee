package dnn.config.diagnostic;

import java.util.List;
import java.util.Optional;

/**
 * The probable meaning of a word that the grammar does not have.
 *
 * @param nearest words of the grammar that come near, the nearest first
 * @param certain whether it can only mean the first of them
 * @param note what the word is, for people; possibly empty
 * @param lacking whether it is a thing of its own, which dnn does not have
 * @param elsewhere the path under which it belongs, if it does not belong here
 */
public record WordMeaning(
        List<String> nearest, boolean certain, String note, boolean lacking, Optional<String> elsewhere) {
    /** Nothing is known about the word. */
    public static final WordMeaning UNKNOWN = new WordMeaning(List.of(), false, "", false, Optional.empty());

    public WordMeaning {
        nearest = List.copyOf(nearest);
    }

    /** It can only mean this. */
    public static WordMeaning certainly(String word) {
        return new WordMeaning(List.of(word), true, "", false, Optional.empty());
    }

    /** It looks like this. */
    public static WordMeaning perhaps(String word) {
        return new WordMeaning(List.of(word), false, "", false, Optional.empty());
    }

    /** The word of the grammar that it means or comes near. */
    public Optional<String> word() {
        return lacking ? Optional.empty() : nearest.stream().findFirst();
    }

    /** The word of the grammar that it can only mean. */
    public Optional<String> certainWord() {
        return certain ? word() : Optional.empty();
    }

    /** A copy that is no longer certain. */
    public WordMeaning doubted() {
        return new WordMeaning(nearest, false, note, lacking, elsewhere);
    }

    /** A copy with this remark, unless it has one. */
    public WordMeaning because(String remark) {
        return new WordMeaning(nearest, certain, note.isEmpty() ? remark : note, lacking, elsewhere);
    }
}
