// As in forward.wgsl, where the four invocations of a quad work on the same columns of four tiles
// of rows below each other: each reads a quarter of the weights and hands it to the other three.
// Those whose rows lie beyond the last ones work along on the last ones and write nothing.

fn forwardTile(layer: Layer, row: u32, column: u32, lane: u32) {
  let stride = layer.outputQuads;
  //! for c QUADS
  let bias$c = parameters[layer.biases + column + $cu];
  //! for r ROWS
  //! for e 4
  var sum$r_$c_$e = bias$c[$e];
  //! end
  //! end
  //! end
  let first = min(row, shape.paddedRows - ROWS);
  //! for r ROWS
  let input$r = layer.input + (first + $ru) * layer.inputQuads;
  //! end
  var weight = layer.weights + lane * stride + column;
  for (var k = 0u; k < layer.inputQuads; k++) {
    //! for r ROWS
    let h$r = bySwaps(activations[input$r + k], lane);
    //! end
    //! for c QUADS
    {
      let w0 = parameters[weight + $cu];
      let w1 = quadSwapX(w0);
      let w2 = quadSwapY(w0);
      let w3 = quadSwapDiagonal(w0);
      //! for e 4
      //! for r ROWS
      sum$r_$c_$e = sum$r_$c_$e
        + w0[$e] * h$r.x + w1[$e] * h$r.y + w2[$e] * h$r.z + w3[$e] * h$r.w;
      //! end
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
    activations[layer.output + (row + $ru) * stride + column + $cu] =
      max(vec4f(sum$r_$c_0, sum$r_$c_1, sum$r_$c_2, sum$r_$c_3), floor);
    //! end
  }
  //! end
}
