/** The language server: the answers of {@code dnn.language} in the terms of the Language Server Protocol. */
@NullMarked
package dnn.launcher.lsp;

import org.jspecify.annotations.NullMarked;
