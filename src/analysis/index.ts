/**
 * What a trained network means: the rank of what it computes (`ranks`, `jacobian`), the topology
 * of its class regions (`topology`, with a verdict in topology-card.ts), the leaves it is constant
 * along (`fibres`), what its hidden layers make of the data (`representation`), and for each task
 * how well it does (classification.ts, imitation.ts, projection.ts, denoising.ts).
 *
 * In come outputs, activations, spectra or parameters as engines give them; out goes plain data
 * for charts and for sentences. Nothing here trains, draws, or knows where it runs. What takes
 * longer than a moment comes in `Portions`. Import the folder or file you need: this entry only
 * says what is where and shares the few measures that every view wants.
 */
export { accuracy, predictedClasses } from './classification.ts';
export { isConstant, scaleAskedFor } from './collapse.ts';
export { type BottleneckRank, bottleneckRank, numericalRank } from './ranks/index.ts';
