@NullMarked
package dnn.config.word;

import org.jspecify.annotations.NullMarked;
