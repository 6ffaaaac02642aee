/**
 * Findings as values: where a mistake is, what is wrong, why, and what to do about it. Every message stands here, one
 * factory method a mistake, one class a family of codes; turning findings into text is the business of
 * {@code dnn.config.render}.
 */
@NullMarked
package dnn.config.diagnostic;

import org.jspecify.annotations.NullMarked;
