package dnn.config.word;

import java.util.List;

/**
 * One line of a table of other tools' words.
 *
 * @param places the kinds of values, or the records, that it holds for
 * @param relation what it is to dnn's words
 * @param ours dnn's words, the nearest first
 * @param theirs spellings of the other one, as in the table
 * @param note what it is, or why ours is not the same; possibly empty
 */
public record ForeignWord(List<String> places, Relation relation, List<String> ours, List<String> theirs, String note) {
    public ForeignWord {
        places = List.copyOf(places);
        ours = List.copyOf(ours);
        theirs = List.copyOf(theirs);
    }

    /** The relation of a word of others to dnn's words. */
    public enum Relation {
        /** It means exactly what one of dnn's words means. */
        SAME,
        /** One of dnn's words comes near. */
        NEAR,
        /** A word whose meaning is said in another place. */
        ELSEWHERE,
        /** It is a thing of its own, which dnn does not have. */
        LACKING
    }
}
