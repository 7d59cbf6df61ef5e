// As in layerwise.wgsl, with the invocations of a quad on tiles below each other. An adapter on
// which this runs numbers the invocations of a quad in order; see plan.ts.

@compute @workgroup_size(WORKGROUP)
fn forward(@builtin(global_invocation_id) id: vec3u) {
  let layer = layers[layerIndex.x];
  let across = (layer.outputQuads + QUADS - 1u) / QUADS;
  let quad = id.x / 4u;
  let lane = id.x % 4u;
  forwardTile(layer, (quad / across * 4u + lane) * ROWS, quad % across * QUADS, lane);
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
  let quad = id.x / 4u;
  let lane = id.x % 4u;
  backwardTile(layer, (quad / across * 4u + lane) * ROWS, quad % across * QUADS, lane);
}
