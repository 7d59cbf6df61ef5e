/** Entry point of the WebAssembly module: all that the TypeScript wrapper beside this folder calls. */
export { transposeAll } from './adam';
export {
  activationsOf,
  beginLayout,
  biasesOf,
  copyDistance,
  describeLayer,
  finishLayout,
  inputStride,
  inputs,
  staging,
  strideOfLayer,
  targets,
  weightsOf,
} from './network';
export { forward } from './propagate';
export { setRidge } from './ridge';
export { exerciseMatmul } from './roofline';
export {
  activationSpectrum,
  collectActivations,
  singularValues,
  weightSpectrum,
} from './spectra';
export {
  accumulateGradient,
  MAX_STEPS,
  rampStartedAt,
  rates,
  records,
  setClipNorm,
  setLoss,
  setProgress,
  setShard,
  stepsDone,
  train,
} from './step';
export {
  joinReplicas,
  messageBytes,
  messageOf,
  prepareMessage,
  takeStepTogether,
} from './together';
