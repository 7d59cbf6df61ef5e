// As in layerwise.wgsl, with the invocations of a quad on tiles below each other. An adapter on
// which this runs numbers the invocations of a quad in order; see plan.ts.
//
// What one invocation has read reaches the others by swaps, so that the invocation `lane` has its
// own, then that of `lane ^ 1`, `lane ^ 2` and `lane ^ 3`: each goes through the four in an order of
// its own. (SwiftShader makes one instruction of a swap and about ten of a broadcast. Sums are
// single numbers and not vectors for its sake too: that way its compiler keeps them in registers.)

// The components of `v` in the order in which `lane` goes through them; the inverse is the same.
fn bySwaps(v: vec4f, lane: u32) -> vec4f {
  let u = select(v, v.yxwz, (lane & 1u) != 0u);
  return select(u, u.zwxy, (lane & 2u) != 0u);
}

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
