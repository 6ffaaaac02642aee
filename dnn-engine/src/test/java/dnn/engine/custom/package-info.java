/** A layer and an activation as another library would add them, with all that those of this library do not need. */
@NullMarked
package dnn.engine.custom;

import org.jspecify.annotations.NullMarked;
