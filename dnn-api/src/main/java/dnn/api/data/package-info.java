/** Where data comes from and how it is split and preprocessed, as declared. */
@NullMarked
package dnn.api.data;

import org.jspecify.annotations.NullMarked;
