package dnn.api.layer;

/** A layer declared outside this library: a record with the grammar annotations of those declared here. */
public non-sealed interface CustomLayer extends LayerSpec {}
