// As in update-tile.wgsl, where the four invocations of a quad own tiles below each other: of four
// points at a time each reads the deltas of one, and hands them to the other three. Quads of
// invocations never straddle the end of a layer's tiles, and those that own none work along.

fn tileCount(layer: Layer) -> u32 {
  let down = (layer.inputQuads + INPUT_QUADS - 1u) / INPUT_QUADS;
  return tilesAcross(layer) * ((down + 3u) / 4u * 4u);
}

fn tileCorner(layer: Layer, item: u32) -> vec2u {
  let across = tilesAcross(layer);
  let quad = item / 4u;
  return vec2u((quad / across * 4u + item % 4u) * INPUT_QUADS, quad % across * OUTPUT_QUADS);
}

fn weightGradient(layer: Layer, row: u32, column: u32) -> Tile {
  //! for i INPUT_QUADS*4
  //! for c OUTPUT_QUADS
  //! for f 4
  var g$i_$c_$f = 0.0;
  //! end
  //! end
  //! end
  let lane = row / INPUT_QUADS % 4u;
  var h = layer.input + min(row, layer.inputQuads - 1u);
  var d = layer.outputDelta + lane * layer.outputQuads + column;
  for (var n = 0u; n < shape.paddedRows; n += 4u) {
    //! for p 4
    //! for a INPUT_QUADS
    let h$p_$a = activations[h + (lane ^ $pu) * layer.inputQuads + $au];
    //! end
    //! end
    //! for c OUTPUT_QUADS
    {
      let d0 = deltas[d + $cu];
      let d1 = quadSwapX(d0);
      let d2 = quadSwapY(d0);
      let d3 = quadSwapDiagonal(d0);
      //! for f 4
      //! for a INPUT_QUADS
      //! for e 4
      g$(a*4+e)_$c_$f = g$(a*4+e)_$c_$f
        + d0[$f] * h0_$a[$e] + d1[$f] * h1_$a[$e] + d2[$f] * h2_$a[$e] + d3[$f] * h3_$a[$e];
      //! end
      //! end
      //! end
    }
    //! end
    h += 4u * layer.inputQuads;
    d += 4u * layer.outputQuads;
  }
  return Tile(
    //! for i INPUT_QUADS*4
    //! for c OUTPUT_QUADS
    vec4f(g$i_$c_0, g$i_$c_1, g$i_$c_2, g$i_$c_3),
    //! end
    //! end
  );
}
