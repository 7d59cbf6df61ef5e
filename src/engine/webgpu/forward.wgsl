// h_ℓ = relu(h_{ℓ−1} W_ℓ + b_ℓ), a tile of ROWS rows and QUADS column quads at a time.

fn forwardTile(layer: Layer, row: u32, column: u32) {
  let stride = layer.outputQuads;
  //! for c QUADS
  let bias$c = parameters[layer.biases + column + $cu];
  //! for r ROWS
  var sum$r_$c = bias$c;
  //! end
  //! end
  //! for r ROWS
  let input$r = layer.input + (row + $ru) * layer.inputQuads;
  //! end
  var weight = layer.weights + column;
  for (var k = 0u; k < layer.inputQuads; k++) {
    //! for r ROWS
    let h$r = activations[input$r + k];
    //! end
    //! for c QUADS
    {
      let w0 = parameters[weight + $cu];
      let w1 = parameters[weight + stride + $cu];
      let w2 = parameters[weight + 2u * stride + $cu];
      let w3 = parameters[weight + 3u * stride + $cu];
      //! for r ROWS
      sum$r_$c = sum$r_$c + h$r.x * w0 + h$r.y * w1 + h$r.z * w2 + h$r.w * w3;
      //! end
    }
    //! end
    weight += 4u * stride;
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
