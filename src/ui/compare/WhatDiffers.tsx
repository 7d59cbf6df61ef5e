import { useStore } from 'zustand';
import { figure } from '../../charts/figures.ts';
import {
  type Experiment,
  type FieldName,
  fieldNames,
  fieldOf,
  titleOf,
  titleOfValue,
} from '../../experiment/index.ts';
import { compareText } from '../../messages/compare.ts';
import { list } from '../../messages/index.ts';
import { say } from '../../messages/say.ts';
import type { Lab, LabState } from '../../session/index.ts';

interface WhatDiffersProps {
  readonly left: Lab;
  readonly right: Lab;
}

/** In which fields the two experiments differ, in words. */
export function WhatDiffers({ left, right }: WhatDiffersProps) {
  const experiment = (state: LabState) => state.experiment;
  const [ofLeft, ofRight] = [useStore(left.store, experiment), useStore(right.store, experiment)];
  const differing = fieldNames
    .filter((name) => fieldOf(name).group !== 'page' && fieldOf(name).kind !== 'text')
    .filter((name) => ofLeft[name] !== ofRight[name])
    .map((name) =>
      compareText('difference', {
        title: say(titleOf(name)),
        left: written(ofLeft, name),
        right: written(ofRight, name),
      }),
    );
  return (
    <p className="compare-difference" role="status">
      {differing.length === 0
        ? compareText('same')
        : compareText('differ', { differences: list(differing) })}
    </p>
  );
}

function written(experiment: Experiment, name: FieldName): string {
  const value = experiment[name];
  return typeof value === 'number' ? figure(value) : say(titleOfValue(name, value));
}
