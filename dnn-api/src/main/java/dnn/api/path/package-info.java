/** Addresses of values in an experiment's file, and the names of those that the project's own code speaks of. */
@NullMarked
package dnn.api.path;

import org.jspecify.annotations.NullMarked;
