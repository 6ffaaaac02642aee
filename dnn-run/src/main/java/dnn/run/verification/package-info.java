/** Training again what a run says it trained, and comparing what comes out with what the run holds. */
@NullMarked
package dnn.run.verification;

import org.jspecify.annotations.NullMarked;
