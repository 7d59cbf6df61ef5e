/**
 * Two labs under common controls. Each trains in a worker of its own; what they share, the data
 * and the seed, follows whichever of the two was changed last.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import {
  type Changes,
  type Choices,
  completeExperiment,
  type FieldName,
  formatComparison,
  parseComparison,
  withOtherChoices,
} from '../../experiment/index.ts';
import { type Lab, openLab } from '../../session/index.ts';
import { addressBar } from '../link.ts';
import { siteLink } from '../site/site-link.ts';
import { startWorker } from '../training-worker.ts';

/** What both networks are trained on, and how they begin. */
const sharedFields = [
  'task',
  'data',
  'ownPoints',
  'points',
  'noise',
  'trueRank',
  'inputDimension',
  'outputDimension',
  'imageSide',
  'dataSeed',
  'seed',
] as const satisfies readonly FieldName[];

/** Fields of the page, which belong to the address and to neither lab. */
const ofPage = ['view', 'language', 'theme'] as const satisfies readonly FieldName[];

export interface Comparison {
  readonly left: Lab;
  readonly right: Lab;
  /** Whether data and seed are kept the same. */
  readonly sharing: StoreApi<{ readonly on: boolean }>;
  /** Begins to keep data and seed the same, the left one’s, or ends that. */
  share(on: boolean): void;
}

/** Opens both labs of a link; one that names no difference compares the paper's two depths. */
export function openComparison(query: string): Comparison {
  const parsed = parseComparison(query);
  const [first, second] = apart(without(parsed.left.choices), without(parsed.right.choices));
  const left = openLab(withOtherChoices(parsed.left, first), startWorker());
  const right = openLab(withOtherChoices(parsed.right, second), startWorker());
  const sharing = createStore(() => ({ on: differences(first, second) === undefined }));

  const follow = (leader: Lab, follower: Lab) =>
    leader.store.subscribe((state, before) => {
      if (state.choices === before.choices || !sharing.getState().on) return;
      const changes = differences(state.choices, follower.store.getState().choices);
      if (changes) follower.choose(changes, 'shared');
      if (state.experiment.task !== before.experiment.task) keepApart(left, right);
    });
  follow(left, right);
  follow(right, left);
  keepAddress(left, right);
  return {
    left,
    right,
    sharing,
    share(on) {
      sharing.setState({ on });
      const changes = differences(left.store.getState().choices, right.store.getState().choices);
      if (on && changes) right.choose(changes);
    },
  };
}

/** What the follower has to change to have the leader's data and seed; undefined where it has. */
function differences(leader: Choices, follower: Choices): Changes | undefined {
  const differing = sharedFields.filter((name) => leader[name] !== follower[name]);
  if (differing.length === 0) return undefined;
  return Object.fromEntries(differing.map((name) => [name, leader[name]]));
}

function without(choices: Choices): Choices {
  const kept = { ...choices };
  for (const name of ofPage) delete kept[name];
  return kept;
}

/** Too shallow on the left where both would be the same. */
const shallow = 2;

function apart(left: Choices, right: Choices): [Choices, Choices] {
  if (!areSame(left, right)) return [left, right];
  const isShallow = completeExperiment(left).depth <= shallow;
  const { depth: _depth, ...atDefault } = right;
  return isShallow ? [left, atDefault] : [{ ...left, depth: shallow }, right];
}

function keepApart(left: Lab, right: Lab): void {
  const [a, b] = [left.store.getState().choices, right.store.getState().choices];
  if (areSame(a, b)) left.choose({ depth: shallow });
}

function areSame(left: Choices, right: Choices): boolean {
  return JSON.stringify(completeExperiment(left)) === JSON.stringify(completeExperiment(right));
}

/** The address of both experiments on this page, in the present language and theme. */
function comparisonLink(left: Lab, right: Lab): string {
  const [a, b] = [left, right].map((lab) => without(lab.store.getState().choices));
  return siteLink('compare', formatComparison(a, b));
}

function keepAddress(left: Lab, right: Lab): void {
  const showLink = addressBar(() => comparisonLink(left, right));
  for (const lab of [left, right]) {
    lab.store.subscribe((state, before) => {
      if (state.choices !== before.choices) showLink();
    });
  }
}
