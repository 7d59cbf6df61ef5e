// What every kernel of the engine sees. Matrices are row-major; their leading dimension is
// padded to whole vec4s ("quads"), and every offset below counts quads. Padding holds zeros:
// zero weights give zero activations, deltas, gradients and updates, so it stays zero.

struct Layer {
  inputQuads: u32,
  outputQuads: u32,
  weights: u32,
  biases: u32,
  // Of h_{ℓ−1} and h_ℓ in `activations`.
  input: u32,
  output: u32,
  // Of ∂loss/∂(pre-activation) of layers ℓ−1 and ℓ in `deltas`.
  inputDelta: u32,
  outputDelta: u32,
  // 1 where a ReLU follows.
  relu: u32,
  spare0: u32,
  spare1: u32,
  spare2: u32,
}

struct Shape {
  rows: u32,
  // `rows` rounded up to whole tiles; deltas of the extra rows are zero.
  paddedRows: u32,
  depth: u32,
  parameterQuads: u32,
  outputs: u32,
  // 0: cross-entropy, 1: squared error.
  loss: u32,
  // Where each part of `ledger` starts; the ring of records starts at 0.
  rowLosses: u32,
  norms: u32,
  squares: u32,
  // Entries of `norms` and of `squares`, and of each layer within them.
  partials: u32,
  partialsPerLayer: u32,
  spare: u32,
}

struct Optimisation {
  learningRate: f32,
  droppedRate: f32,
  dropStep: f32,
  stepBudget: f32,
  ridge: f32,
  warmUpShare: f32,
  warmUpLoss: f32,
  rampSteps: f32,
  clipNorm: f32,
  // 0: constant, 1: drop, 2: cosine.
  schedule: u32,
  spare0: u32,
  spare1: u32,
}

struct State {
  step: u32,
  rampStart: i32,
  // Records in the ring since it was last emptied.
  records: u32,
  spare: u32,
  // In force in the update that follows.
  rate: f32,
  ridge: f32,
  clip: f32,
  firstCorrection: f32,
  secondCorrection: f32,
  spare0: f32,
  spare1: f32,
  spare2: f32,
}

@group(0) @binding(0) var<storage, read_write> parameters: array<vec4f>;
// First moments, then second moments.
@group(0) @binding(1) var<storage, read_write> moments: array<vec4f>;
@group(0) @binding(2) var<storage, read_write> gradients: array<vec4f>;
@group(0) @binding(3) var<storage, read_write> activations: array<vec4f>;
@group(0) @binding(4) var<storage, read_write> deltas: array<vec4f>;
@group(0) @binding(5) var<storage, read> targets: array<vec4f>;
@group(0) @binding(6) var<storage, read_write> state: State;
@group(0) @binding(7) var<storage, read_write> ledger: array<f32>;
@group(0) @binding(8) var<uniform> shape: Shape;
@group(0) @binding(9) var<uniform> optimisation: Optimisation;
@group(0) @binding(10) var<uniform> layers: array<Layer, MAXIMUM_DEPTH>;
@group(1) @binding(0) var<uniform> layerIndex: vec4u;
