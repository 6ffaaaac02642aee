/** Small programs on the DSL: what an application that trains networks of its own looks like. */
@NullMarked
package dnn.examples;

import org.jspecify.annotations.NullMarked;
