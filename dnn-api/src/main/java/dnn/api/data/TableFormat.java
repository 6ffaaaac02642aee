package dnn.api.data;

import dnn.api.grammar.Describe;
import java.util.List;
import java.util.Optional;

/**
 * The format of a text file that holds a table, where the file itself does not show it.
 *
 * @param separator what parts fields; found in the header where not given
 * @param quote what encloses fields that hold a separator
 * @param decimal what parts a number's whole from its fraction; with semicolons between fields a comma is understood
 *     too
 * @param encoding name of the character set; UTF-8 or what a byte order mark says where not given
 * @param missing further texts that stand for nothing
 * @param header whether the first row holds the names of the columns; without it they are called c1, c2, …
 */
@Describe("How a text file holds a table, where the file itself does not show it.")
public record TableFormat(
        @Describe("What parts fields: one character, or `tab`.")
        Optional<String> separator,

        @Describe("What encloses fields that hold a separator.")
        Optional<String> quote,

        @Describe("What parts a number's whole from its fraction.")
        Optional<String> decimal,

        @Describe("Name of the character set; default UTF-8.")
        Optional<String> encoding,

        @Describe("Further texts that stand for nothing.") List<String> missing,

        @Describe("Whether the first row holds the names of the columns; else they are c1, c2, …")
        boolean header) {

    public TableFormat {
        missing = List.copyOf(missing);
    }

    /** Whatever the file shows. */
    public static TableFormat defaults() {
        return new TableFormat(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of(), true);
    }

    /** A copy in which this parts fields. */
    public TableFormat separator(String character) {
        return new TableFormat(Optional.of(character), quote, decimal, encoding, missing, header);
    }

    /** A copy in which this encloses fields that hold a separator. */
    public TableFormat quote(String character) {
        return new TableFormat(separator, Optional.of(character), decimal, encoding, missing, header);
    }

    /** A copy in which this parts the fraction of a number. */
    public TableFormat decimal(String character) {
        return new TableFormat(separator, quote, Optional.of(character), encoding, missing, header);
    }

    /** A copy in this character set. */
    public TableFormat encoding(String name) {
        return new TableFormat(separator, quote, decimal, Optional.of(name), missing, header);
    }

    /** A copy in which these texts, too, stand for a missing cell. */
    public TableFormat missing(String... texts) {
        return new TableFormat(separator, quote, decimal, encoding, List.of(texts), header);
    }

    /** A copy in which the first row holds the columns' names or does not. */
    public TableFormat header(boolean named) {
        return new TableFormat(separator, quote, decimal, encoding, missing, named);
    }
}
