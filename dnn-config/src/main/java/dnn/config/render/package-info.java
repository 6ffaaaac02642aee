/** Findings as text for people and as JSON for programs. No message is made here. */
@NullMarked
package dnn.config.render;

import org.jspecify.annotations.NullMarked;
