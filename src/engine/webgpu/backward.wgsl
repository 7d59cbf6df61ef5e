// δ_{ℓ−1} = (δ_ℓ W_ℓᵀ) ⊙ [h_{ℓ−1} > 0], a tile of ROWS rows and QUADS column quads at a time.

fn backwardTile(layer: Layer, row: u32, column: u32) {
  let stride = layer.outputQuads;
  //! for r ROWS
  let delta$r = layer.outputDelta + (row + $ru) * stride;
  //! for c QUADS
  var sum$r_$c = vec4f();
  //! end
  //! end
  var weight = layer.weights + 4u * column * stride;
  for (var k = 0u; k < stride; k++) {
    //! for r ROWS
    let d$r = deltas[delta$r + k];
    //! end
    //! for c QUADS
    {
      let w0 = parameters[weight + 4u * $cu * stride];
      let w1 = parameters[weight + (4u * $cu + 1u) * stride];
      let w2 = parameters[weight + (4u * $cu + 2u) * stride];
      let w3 = parameters[weight + (4u * $cu + 3u) * stride];
      //! for r ROWS
      sum$r_$c = sum$r_$c + vec4f(dot(d$r, w0), dot(d$r, w1), dot(d$r, w2), dot(d$r, w3));
      //! end
    }
    //! end
    weight += 1u;
  }
  //! for c QUADS
  if (column + $cu < layer.inputQuads) {
    //! for r ROWS
    {
      let at = (row + $ru) * layer.inputQuads + column + $cu;
      deltas[layer.inputDelta + at] =
        select(vec4f(), sum$r_$c, activations[layer.input + at] > vec4f());
    }
    //! end
  }
  //! end
}
