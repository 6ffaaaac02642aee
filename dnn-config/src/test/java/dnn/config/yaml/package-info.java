@NullMarked
package dnn.config.yaml;

import org.jspecify.annotations.NullMarked;
