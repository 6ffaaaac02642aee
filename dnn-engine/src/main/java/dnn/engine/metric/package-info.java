/** Metrics at work: sufficient statistics over batches. */
@NullMarked
package dnn.engine.metric;

import org.jspecify.annotations.NullMarked;
