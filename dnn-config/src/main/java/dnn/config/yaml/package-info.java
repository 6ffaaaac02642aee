/**
 * Between text and records: YAML text to a tree with places, a tree to records by the grammar annotations of
 * {@code dnn.api}, and records back to text. Judging the values is the business of {@code dnn.config.check}.
 */
@NullMarked
package dnn.config.yaml;

import org.jspecify.annotations.NullMarked;
