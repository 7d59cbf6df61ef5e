// The data loss of one point and its derivative by the network's outputs, divided by N.

// log(1 + x) for x ≥ 0 without losing the digits of a small x: a well fitted point has a loss
// far below the rounding of 1 + x.
fn logOnePlus(x: f32) -> f32 {
  if (x < 0.03) {
    return x * (1.0 - x * (0.5 - x * (1.0 / 3.0 - x * (0.25 - x * 0.2))));
  }
  return log(1.0 + x);
}

fn livingOutputs(quad: u32) -> vec4<bool> {
  return vec4u(4u * quad) + vec4u(0u, 1u, 2u, 3u) < vec4u(shape.outputs);
}

fn crossEntropyRow(row: u32, output: u32, delta: u32, quads: u32) -> f32 {
  var largest = -3.4e38;
  var labelled = 0.0;
  for (var q = 0u; q < quads; q++) {
    let z = activations[output + row * quads + q];
    let living = select(vec4f(-3.4e38), z, livingOutputs(q));
    largest = max(largest, max(max(living.x, living.y), max(living.z, living.w)));
    labelled += dot(z, targets[row * quads + q]);
  }
  // The label's own exponential is kept apart: 1 − p would cancel where p is close to one.
  var others = 0.0;
  for (var q = 0u; q < quads; q++) {
    let z = activations[output + row * quads + q];
    let e = select(vec4f(), exp(z - largest), livingOutputs(q));
    others += dot(e, 1.0 - targets[row * quads + q]);
  }
  let label = exp(labelled - largest);
  let scale = 1.0 / ((others + label) * f32(shape.rows));
  for (var q = 0u; q < quads; q++) {
    let z = activations[output + row * quads + q];
    let t = targets[row * quads + q];
    let e = select(vec4f(), exp(z - largest), livingOutputs(q));
    deltas[delta + row * quads + q] = (e * (1.0 - t) - t * others) * scale;
  }
  if (labelled == largest) {
    return logOnePlus(others);
  }
  return log(others + label) + (largest - labelled);
}

fn squaredErrorRow(row: u32, output: u32, delta: u32, quads: u32) -> f32 {
  var sum = 0.0;
  for (var q = 0u; q < quads; q++) {
    let error = activations[output + row * quads + q] - targets[row * quads + q];
    sum += dot(error, error);
    deltas[delta + row * quads + q] = error * (2.0 / f32(shape.rows));
  }
  return sum;
}

fn lossRow(row: u32) {
  let last = layers[shape.depth - 1u];
  let quads = last.outputQuads;
  if (row >= shape.rows) {
    for (var q = 0u; q < quads; q++) {
      deltas[last.outputDelta + row * quads + q] = vec4f();
    }
    return;
  }
  if (shape.loss == 0u) {
    ledger[shape.rowLosses + row] = crossEntropyRow(row, last.output, last.outputDelta, quads);
  } else {
    ledger[shape.rowLosses + row] = squaredErrorRow(row, last.output, last.outputDelta, quads);
  }
}
