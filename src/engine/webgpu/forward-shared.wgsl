// As in forward.wgsl, where the four invocations of a quad work on the same columns of four tiles
// of rows below each other: each reads a quarter of the weights and hands it to the other three.
// Those whose rows lie beyond the last ones work along on the last ones and write nothing.

fn forwardTile(layer: Layer, row: u32, column: u32, lane: u32) {
  let stride = layer.outputQuads;
  //! for c QUADS
  let bias$c = parameters[layer.biases + column + $cu];
  //! for r ROWS
  var sum$r_$c = bias$c;
  //! end
  //! end
  let first = min(row, shape.paddedRows - ROWS);
  //! for r ROWS
  let input$r = layer.input + (first + $ru) * layer.inputQuads;
  //! end
  var weight = layer.weights + lane * stride + column;
  for (var k = 0u; k < layer.inputQuads; k++) {
    //! for r ROWS
    let h$r = activations[input$r + k];
    //! end
    //! for c QUADS
    {
      let own = parameters[weight + $cu];
      //! for e 4
      let w$e = quadBroadcast(own, $eu);
      //! end
      //! for r ROWS
      sum$r_$c = sum$r_$c + h$r.x * w0 + h$r.y * w1 + h$r.z * w2 + h$r.w * w3;
      //! end
    }
    //! end
    weight += 4u * stride;
  }
  if (row >= shape.paddedRows) {
    return;
  }
  let floor = select(vec4f(-3.4e38), vec4f(), layer.relu == 1u);
  //! for c QUADS
  if (column + $cu < stride) {
    //! for r ROWS
    activations[layer.output + (row + $ru) * stride + column + $cu] = max(sum$r_$c, floor);
    //! end
  }
  //! end
}
