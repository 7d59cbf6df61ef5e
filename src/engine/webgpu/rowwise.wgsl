// The variant with a constant number of dispatches: each workgroup carries GROUP_ROWS rows
// through all layers, forward and backward. No other workgroup reads those rows, so a barrier
// within the workgroup is all that separates the layers.

@compute @workgroup_size(WORKGROUP)
fn carry(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let first = group.x * GROUP_ROWS;
  for (var l = 0u; l < shape.depth; l++) {
    let layer = layers[l];
    let across = (layer.outputQuads + QUADS - 1u) / QUADS;
    for (var tile = lane; tile < across * (GROUP_ROWS / ROWS); tile += WORKGROUP) {
      forwardTile(layer, first + tile / across * ROWS, tile % across * QUADS);
    }
    storageBarrier();
  }
  for (var row = lane; row < GROUP_ROWS; row += WORKGROUP) {
    lossRow(first + row);
  }
  storageBarrier();
  for (var l = shape.depth - 1u; l > 0u; l--) {
    let layer = layers[l];
    let across = (layer.inputQuads + QUADS - 1u) / QUADS;
    for (var tile = lane; tile < across * (GROUP_ROWS / ROWS); tile += WORKGROUP) {
      backwardTile(layer, first + tile / across * ROWS, tile % across * QUADS);
    }
    storageBarrier();
  }
}
