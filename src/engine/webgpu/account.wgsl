// The bookkeeping of one step, by one workgroup: adds up the loss and the norms, enters them in
// the ring, and sets the step size, ridge and clipping that the update will use. The formulas
// are those of src/engine/schedule.ts.

var<workgroup> lossShare: array<f32, LANES>;
var<workgroup> normShare: array<f32, LANES>;
var<workgroup> squareShare: array<f32, LANES>;

// 1 − β^t. The direct form would lose all digits of 1 − 0.999¹.
fn oneMinusPower(logBeta: f32, t: f32) -> f32 {
  let x = t * logBeta;
  if (x > -0.3) {
    return -x * (1.0 + x / 2.0 * (1.0 + x / 3.0 * (1.0 + x / 4.0 * (1.0 + x / 5.0 * (1.0 + x / 6.0)))));
  }
  return 1.0 - exp(x);
}

// (1 + cos πp) / 2 for 0 ≤ p ≤ 1. WGSL's own cosine may be wrong in the fourth digit.
fn cosineRamp(p: f32) -> f32 {
  let x = 1.5707963268 * (1.0 - p);
  let y = x * x;
  let sine = x * (1.0 - y / 6.0 * (1.0 - y / 20.0 * (1.0 - y / 42.0 * (1.0 - y / 72.0 * (1.0 - y / 110.0)))));
  return sine * sine;
}

fn learningRate(step: f32) -> f32 {
  if (optimisation.schedule == 1u && step >= optimisation.dropStep) {
    return optimisation.droppedRate;
  }
  if (optimisation.schedule == 2u) {
    return optimisation.learningRate * cosineRamp(min(1.0, step / optimisation.stepBudget));
  }
  return optimisation.learningRate;
}

fn ridge(step: i32, rampStart: i32) -> f32 {
  if (rampStart == WARMING_UP) {
    return optimisation.ridge * optimisation.warmUpShare;
  }
  var progress = 1.0;
  if (optimisation.rampSteps > 0.0) {
    progress = min(1.0, f32(step - rampStart) / optimisation.rampSteps);
  }
  return optimisation.ridge * (optimisation.warmUpShare + (1.0 - optimisation.warmUpShare) * progress);
}

@compute @workgroup_size(LANES)
fn account(@builtin(local_invocation_index) lane: u32) {
  var sum = 0.0;
  for (var n = lane; n < shape.rows; n += LANES) {
    sum += ledger[shape.rowLosses + n];
  }
  lossShare[lane] = sum;
  sum = 0.0;
  for (var i = lane; i < shape.partials; i += LANES) {
    sum += ledger[shape.norms + i];
  }
  normShare[lane] = sum;
  sum = 0.0;
  if (optimisation.clipNorm > 0.0) {
    for (var i = lane; i < shape.partials; i += LANES) {
      sum += ledger[shape.squares + i];
    }
  }
  squareShare[lane] = sum;
  workgroupBarrier();
  if (lane != 0u) {
    return;
  }
  var loss = 0.0;
  var norm = 0.0;
  var square = 0.0;
  for (var i = 0u; i < LANES; i++) {
    loss += lossShare[i];
    norm += normShare[i];
    square += squareShare[i];
  }
  loss /= f32(shape.rows);

  let step = state.step;
  ledger[2u * state.records] = loss;
  ledger[2u * state.records + 1u] = norm;
  state.records += 1u;
  if (state.rampStart == WARMING_UP && step % WARM_UP_CHECK == 0u && loss < optimisation.warmUpLoss) {
    state.rampStart = i32(step);
  }
  state.rate = learningRate(f32(step));
  state.ridge = ridge(i32(step), state.rampStart);
  let gradientNorm = sqrt(square);
  state.clip = select(1.0, optimisation.clipNorm / gradientNorm, gradientNorm > optimisation.clipNorm);
  state.firstCorrection = 1.0 / oneMinusPower(LOG_BETA1, f32(step + 1u));
  state.secondCorrection = 1.0 / oneMinusPower(LOG_BETA2, f32(step + 1u));
  state.step = step + 1u;
}
