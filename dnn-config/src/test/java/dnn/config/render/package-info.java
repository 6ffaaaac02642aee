/** Tests of the forms in which findings are shown. */
@NullMarked
package dnn.config.render;

import org.jspecify.annotations.NullMarked;
