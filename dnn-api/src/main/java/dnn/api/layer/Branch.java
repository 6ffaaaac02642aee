package dnn.api.layer;

import java.util.List;

/**
 * Layers behind each other inside a layer that holds layers. The first reads what reaches the holder; a branch without
 * layers passes that on.
 *
 * @param path of the layers within the holder's declaration: {@code layers}, {@code branches[1]}
 * @param layers in the order in which an item passes them
 */
public record Branch(String path, List<LayerSpec> layers) {
    public Branch {
        layers = List.copyOf(layers);
    }
}
