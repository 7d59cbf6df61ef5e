// The variant with one dispatch per layer and direction: one tile per invocation.

@compute @workgroup_size(WORKGROUP)
fn forward(@builtin(global_invocation_id) id: vec3u) {
  let layer = layers[layerIndex.x];
  let across = (layer.outputQuads + QUADS - 1u) / QUADS;
  let row = id.x / across * ROWS;
  if (row < shape.paddedRows) {
    forwardTile(layer, row, id.x % across * QUADS);
  }
}

@compute @workgroup_size(WORKGROUP)
fn loss(@builtin(global_invocation_id) id: vec3u) {
  if (id.x < shape.paddedRows) {
    lossRow(id.x);
  }
}

@compute @workgroup_size(WORKGROUP)
fn backward(@builtin(global_invocation_id) id: vec3u) {
  let layer = layers[layerIndex.x];
  let across = (layer.inputQuads + QUADS - 1u) / QUADS;
  let row = id.x / across * ROWS;
  if (row < shape.paddedRows) {
    backwardTile(layer, row, id.x % across * QUADS);
  }
}
