/**
 * A library that brings words of its own to experiments: an activation, a loss, an optimizer, an initializer, a
 * schedule and a metric. Each is a record, which declares it, and a line in {@link PricingFunctions}, which runs it;
 * files in {@code META-INF/services} name both. With its jar on the class path the words are read, checked, described
 * in the schema, trained and saved like those of dnn.
 */
@NullMarked
package dnn.examples.plugin;

import org.jspecify.annotations.NullMarked;
