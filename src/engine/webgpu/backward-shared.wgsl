// As in backward.wgsl, where the four invocations of a quad share their reading of the weights; see
// forward-shared.wgsl. What is shared are rows of weights, so it is the sums that come out in each
// invocation's own order.

fn backwardTile(layer: Layer, row: u32, column: u32, lane: u32) {
  let stride = layer.outputQuads;
  let first = min(row, shape.paddedRows - ROWS);
  //! for r ROWS
  let delta$r = layer.outputDelta + (first + $ru) * stride;
  //! for c QUADS
  //! for e 4
  var sum$r_$c_$e = 0.0;
  //! end
  //! end
  //! end
  var weight = layer.weights + (4u * column + lane) * stride;
  for (var k = 0u; k < stride; k++) {
    //! for r ROWS
    let d$r = deltas[delta$r + k];
    //! end
    //! for c QUADS
    {
      let w0 = parameters[weight + 4u * $cu * stride];
      let w1 = quadSwapX(w0);
      let w2 = quadSwapY(w0);
      let w3 = quadSwapDiagonal(w0);
      //! for e 4
      //! for r ROWS
      sum$r_$c_$e = sum$r_$c_$e
        + w$e.x * d$r.x + w$e.y * d$r.y + w$e.z * d$r.z + w$e.w * d$r.w;
      //! end
      //! end
    }
    //! end
    weight += 1u;
  }
  if (row >= shape.paddedRows) {
    return;
  }
  //! for c QUADS
  if (column + $cu < layer.inputQuads) {
    //! for r ROWS
    {
      let at = (row + $ru) * layer.inputQuads + column + $cu;
      let sum = bySwaps(vec4f(sum$r_$c_0, sum$r_$c_1, sum$r_$c_2, sum$r_$c_3), lane);
      deltas[layer.inputDelta + at] =
        select(vec4f(), sum, activations[layer.input + at] > vec4f());
    }
    //! end
  }
  //! end
}
