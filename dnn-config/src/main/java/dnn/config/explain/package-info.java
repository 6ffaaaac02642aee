/**
 * The explanations of codes: one Markdown file a code among the resources, with a failing example and a corrected one
 * that a test runs.
 */
@NullMarked
package dnn.config.explain;

import org.jspecify.annotations.NullMarked;
