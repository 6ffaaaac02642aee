/**
 * The descriptions of what can be written in an experiment, read off the records: as a JSON Schema for editors and as
 * tables for the reference. Nothing here knows a record by name, so neither can fall behind the grammar.
 */
@NullMarked
package dnn.config.schema;

import org.jspecify.annotations.NullMarked;
