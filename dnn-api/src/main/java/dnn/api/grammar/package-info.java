/**
 * The grammar of records: the annotations that a reader, a writer and a schema need besides the records themselves.
 *
 * <p>A record is a mapping whose keys are its components in snake_case; a sealed interface is a choice among its
 * permitted records, told apart by the key {@code type}. A component that is not {@link dnn.api.grammar.Required} takes
 * its value from the record's static method {@code defaults()}.
 */
@NullMarked
package dnn.api.grammar;

import org.jspecify.annotations.NullMarked;
