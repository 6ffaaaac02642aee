package dnn.api.schedule;

import dnn.api.grammar.Describe;

/** α_t = α. */
@Describe("the learning rate stays")
public record Constant() implements Schedule {}
