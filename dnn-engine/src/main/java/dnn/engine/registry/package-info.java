/** One registration line for each declared thing that the engine can run. */
@NullMarked
package dnn.engine.registry;

import org.jspecify.annotations.NullMarked;
