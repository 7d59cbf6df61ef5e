// Which tile of weights an invocation owns, and the sum over the points that it takes: every
// invocation by itself.

fn tileCount(layer: Layer) -> u32 {
  return tilesAcross(layer) * ((layer.inputQuads + INPUT_QUADS - 1u) / INPUT_QUADS);
}

fn tileCorner(layer: Layer, item: u32) -> vec2u {
  let across = tilesAcross(layer);
  return vec2u(item / across * INPUT_QUADS, item % across * OUTPUT_QUADS);
}

fn weightGradient(layer: Layer, row: u32, column: u32) -> Tile {
  //! for i INPUT_QUADS*4
  //! for c OUTPUT_QUADS
  var g$i_$c = vec4f();
  //! end
  //! end
  var h = layer.input + row;
  var d = layer.outputDelta + column;
  for (var n = 0u; n < shape.paddedRows; n += 2u) {
    //! for a INPUT_QUADS
    let h$a = activations[h + $au];
    let k$a = activations[h + layer.inputQuads + $au];
    //! end
    //! for c OUTPUT_QUADS
    {
      let d0 = deltas[d + $cu];
      let d1 = deltas[d + layer.outputQuads + $cu];
      //! for a INPUT_QUADS
      //! for e 4
      g$(a*4+e)_$c = g$(a*4+e)_$c + h$a[$e] * d0 + k$a[$e] * d1;
      //! end
      //! end
    }
    //! end
    h += 2u * layer.inputQuads;
    d += 2u * layer.outputQuads;
  }
  return Tile(
    //! for i INPUT_QUADS*4
    //! for c OUTPUT_QUADS
    g$i_$c,
    //! end
    //! end
  );
}
