/** The tree of a text beside the grammar: what stands at a place, and what may stand there. */
@NullMarked
package dnn.language.tree;

import org.jspecify.annotations.NullMarked;
