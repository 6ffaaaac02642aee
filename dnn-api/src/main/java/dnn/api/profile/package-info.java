/** What is known about the data without holding it: columns, types, classes and the problems found on reading. */
@NullMarked
package dnn.api.profile;

import org.jspecify.annotations.NullMarked;
