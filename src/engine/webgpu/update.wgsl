// ∇W_ℓ = h_{ℓ−1}ᵀ δ_ℓ and ∇b_ℓ = Σ δ_ℓ of all layers at once, and Adam on them. One invocation
// owns one tile of 4·INPUT_QUADS × 4·OUTPUT_QUADS weights, or one quad of biases; the tiles of
// layer ℓ are row ℓ−1 of the grid, and each adds up its share of the norms by itself, so that
// every sum has one order on every run.

// What an update needs of the state; read once, as every read from a buffer is dear.
struct Rule {
  clip: f32,
  doubleRidge: f32,
  rate: f32,
  secondCorrection: f32,
}

fn rule() -> Rule {
  return Rule(
    state.clip,
    2.0 * state.ridge,
    state.rate * state.firstCorrection,
    state.secondCorrection,
  );
}

// One quad of parameters; gives its share of ‖θ‖² after the update.
fn adam(rule: Rule, at: u32, dataGradient: vec4f) -> f32 {
  let old = parameters[at];
  let g = dataGradient * rule.clip + old * rule.doubleRidge;
  let m0 = moments[at];
  let m = m0 + (g - m0) * (1.0 - BETA1);
  let v0 = moments[shape.parameterQuads + at];
  let v = v0 + (g * g - v0) * (1.0 - BETA2);
  moments[at] = m;
  moments[shape.parameterQuads + at] = v;
  let updated = old - rule.rate * m / (sqrt(v * rule.secondCorrection) + EPSILON);
  parameters[at] = updated;
  return dot(updated, updated);
}

fn biasGradient(layer: Layer, quad: u32) -> vec4f {
  var sum = vec4f();
  for (var n = 0u; n < shape.paddedRows; n += 4u) {
    let at = layer.outputDelta + n * layer.outputQuads + quad;
    sum = sum + deltas[at] + deltas[at + layer.outputQuads]
      + deltas[at + 2u * layer.outputQuads] + deltas[at + 3u * layer.outputQuads];
  }
  return sum;
}

struct Tile {
  //! for i INPUT_QUADS*4
  //! for c OUTPUT_QUADS
  g$i_$c: vec4f,
  //! end
  //! end
}

fn tilesAcross(layer: Layer) -> u32 {
  return (layer.outputQuads + OUTPUT_QUADS - 1u) / OUTPUT_QUADS;
}

@compute @workgroup_size(UPDATE_WORKGROUP)
fn update(@builtin(global_invocation_id) id: vec3u) {
  let layer = layers[id.y];
  let tiles = tileCount(layer);
  let partial = shape.norms + id.y * shape.partialsPerLayer + id.x;
  if (id.x < tiles) {
    let corner = tileCorner(layer, id.x);
    let row = corner.x;
    let column = corner.y;
    let tile = weightGradient(layer, row, column);
    let now = rule();
    var norm = 0.0;
    //! for a INPUT_QUADS
    if (row + $au < layer.inputQuads) {
      let at = layer.weights + 4u * (row + $au) * layer.outputQuads + column;
      //! for c OUTPUT_QUADS
      if (column + $cu < layer.outputQuads) {
        //! for e 4
        norm += adam(now, at + $eu * layer.outputQuads + $cu, tile.g$(a*4+e)_$c);
        //! end
      }
      //! end
    }
    //! end
    ledger[partial] = norm;
  } else if (id.x - tiles < layer.outputQuads) {
    let quad = id.x - tiles;
    ledger[partial] = adam(rule(), layer.biases + quad, biasGradient(layer, quad));
  }
}

@compute @workgroup_size(UPDATE_WORKGROUP)
fn gradient(@builtin(global_invocation_id) id: vec3u) {
  let layer = layers[id.y];
  let tiles = tileCount(layer);
  let partial = shape.squares + id.y * shape.partialsPerLayer + id.x;
  if (id.x < tiles) {
    let corner = tileCorner(layer, id.x);
    let row = corner.x;
    let column = corner.y;
    let tile = weightGradient(layer, row, column);
    var square = 0.0;
    //! for a INPUT_QUADS
    if (row + $au < layer.inputQuads) {
      let at = layer.weights + 4u * (row + $au) * layer.outputQuads + column;
      //! for c OUTPUT_QUADS
      if (column + $cu < layer.outputQuads) {
        //! for e 4
        gradients[at + $eu * layer.outputQuads + $cu] = tile.g$(a*4+e)_$c;
        square += dot(tile.g$(a*4+e)_$c, tile.g$(a*4+e)_$c);
        //! end
      }
      //! end
    }
    //! end
    ledger[partial] = square;
  } else if (id.x - tiles < layer.outputQuads) {
    let quad = id.x - tiles;
    let sum = biasGradient(layer, quad);
    gradients[layer.biases + quad] = sum;
    ledger[partial] = dot(sum, sum);
  }
}

// Adam on gradients computed by the dispatch before, once their global norm is known.
@compute @workgroup_size(UPDATE_WORKGROUP)
fn apply(@builtin(global_invocation_id) id: vec3u) {
  let layer = layers[id.y];
  let tiles = tileCount(layer);
  let partial = shape.norms + id.y * shape.partialsPerLayer + id.x;
  if (id.x < tiles) {
    let corner = tileCorner(layer, id.x);
    let row = corner.x;
    let column = corner.y;
    let now = rule();
    var norm = 0.0;
    // A tile may lie below the last row, where invocations share their reading.
    for (var i = 0u; i < 4u * min(INPUT_QUADS, max(layer.inputQuads, row) - row); i++) {
      let at = layer.weights + (4u * row + i) * layer.outputQuads + column;
      for (var c = 0u; c < min(OUTPUT_QUADS, layer.outputQuads - column); c++) {
        norm += adam(now, at + c, gradients[at + c]);
      }
    }
    ledger[partial] = norm;
  } else if (id.x - tiles < layer.outputQuads) {
    let at = layer.biases + id.x - tiles;
    ledger[partial] = adam(rule(), at, gradients[at]);
  }
}
