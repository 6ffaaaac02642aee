/** The profile of data, known without holding it: columns, types, classes and the problems found on reading. */
@NullMarked
package dnn.api.profile;

import org.jspecify.annotations.NullMarked;
