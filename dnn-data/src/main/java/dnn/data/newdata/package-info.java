/** Further tables for a trained network, read and encoded a part at a time. */
@NullMarked
package dnn.data.newdata;

import org.jspecify.annotations.NullMarked;
