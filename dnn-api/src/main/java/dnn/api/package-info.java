/**
 * The model of an experiment: immutable records that hold what was declared, right or wrong, with their constraints,
 * defaults and shape rules, and the DSL that builds them in Java. Nothing here reads a file, checks an experiment or
 * trains a network.
 */
@NullMarked
package dnn.api;

import org.jspecify.annotations.NullMarked;
