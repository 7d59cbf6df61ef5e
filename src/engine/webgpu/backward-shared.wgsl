// As in backward.wgsl, where the four invocations of a quad share their reading of the weights; see
// forward-shared.wgsl.

fn backwardTile(layer: Layer, row: u32, column: u32, lane: u32) {
  let stride = layer.outputQuads;
  let first = min(row, shape.paddedRows - ROWS);
  //! for r ROWS
  let delta$r = layer.outputDelta + (first + $ru) * stride;
  //! for c QUADS
  var sum$r_$c = vec4f();
  //! end
  //! end
  var weight = layer.weights + (4u * column + lane) * stride;
  for (var k = 0u; k < stride; k++) {
    //! for r ROWS
    let d$r = deltas[delta$r + k];
    //! end
    //! for c QUADS
    {
      let own = parameters[weight + 4u * $cu * stride];
      //! for e 4
      let w$e = quadBroadcast(own, $eu);
      //! end
      //! for r ROWS
      sum$r_$c = sum$r_$c + vec4f(dot(d$r, w0), dot(d$r, w1), dot(d$r, w2), dot(d$r, w3));
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
      deltas[layer.inputDelta + at] =
        select(vec4f(), sum$r_$c, activations[layer.input + at] > vec4f());
    }
    //! end
  }
  //! end
}
