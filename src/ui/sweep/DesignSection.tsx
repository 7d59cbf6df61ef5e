import { useDeferredValue, useMemo } from 'react';
import { Button, Checkbox, CheckboxGroup, Label } from 'react-aria-components';
import { percentage, whole } from '../../charts/figures.ts';
import { sweepText } from '../../messages/sweep.ts';
import { type Path, pathNames } from '../../sweep/index.ts';
import { usualWorkerCount } from '../../sweep/pool.ts';
import { BaseChoice } from './BaseChoice.tsx';
import { useBench, useSweeps } from './bench-context.ts';
import {
  type Design,
  designOf,
  firstDesign,
  type ListAxis,
  specOf,
  usualSettle,
} from './design.ts';
import { duration } from './duration.ts';
import { ListField } from './ListField.tsx';
import { sweepOf } from './sweep-store.ts';
import { secondsPerCost, workloadOf } from './workload.ts';

/** The form in which a sweep is designed, with what it would cost before it begins. */
export function DesignSection({ experiment }: { readonly experiment: string }) {
  const bench = useBench();
  const shown = useSweeps((state) => sweepOf(state, state.shown));
  const isBusy = useSweeps((state) => state.run !== undefined);
  const offered = useMemo(
    () => (experiment === '' ? firstDesign : { ...firstDesign, base: experiment }),
    [experiment],
  );
  const design = useSweeps((state) => state.design) ?? offered;
  const workers = useSweeps((state) => state.workers) ?? usualWorkerCount();
  const setDesign = (next: Design) => bench.store.setState({ design: next });
  const change = (part: Partial<Design>) => setDesign({ ...design, ...part });

  const settled = useDeferredValue(design);
  const { spec, problems } = useMemo(() => specOf(settled), [settled]);
  const speed = useMemo(
    () => shown?.spec && secondsPerCost(shown.spec, shown.results),
    [shown?.spec, shown?.results],
  );
  const workload = useMemo(() => spec && workloadOf(spec, workers, speed), [spec, workers, speed]);
  const list = (axis: ListAxis | 'steps') => (
    <ListField
      axis={axis}
      value={String(design[axis])}
      problem={problems[axis]}
      onChange={(text) => change({ [axis]: text })}
    />
  );
  return (
    <section className="design" aria-labelledby="design-title">
      <h2 id="design-title" className="sweep-heading">
        {sweepText('design.title')}
      </h2>
      <p className="sweep-lead">{sweepText('design.lead')}</p>
      <div className="design-form">
        <BaseChoice link={experiment} value={design.base} onChange={(base) => change({ base })} />
        {list('depths')}
        {list('seeds')}
        {list('points')}
        {list('lambdas')}
        {list('widths')}
        {list('dataSeeds')}
        {list('steps')}
        <label className="list-field">
          <span className="list-title">{sweepText('design.workers')}</span>
          <input
            className="number-input"
            type="number"
            min={1}
            max={64}
            value={workers}
            onChange={({ target }) =>
              bench.store.setState({
                workers: Math.min(64, Math.max(1, Number(target.value) || 1)),
              })
            }
          />
          <span className="hint">
            {sweepText('design.workersHelp', { count: usualWorkerCount() })}
          </span>
        </label>
        <CheckboxGroup
          className="path-group"
          value={[...design.paths]}
          onChange={(paths) => change({ paths: pathNames.filter((path) => paths.includes(path)) })}
          isInvalid={problems.paths !== undefined}
        >
          <Label>{sweepText('design.paths')}</Label>
          {pathNames.map((path: Path) => (
            <Checkbox key={path} value={path} className="path-box">
              <span className="path-tick" aria-hidden="true" />
              <span>
                {sweepText(`chart.path.${path}`)}
                <span className="hint">{sweepText(`design.path.${path}`)}</span>
              </span>
            </Checkbox>
          ))}
        </CheckboxGroup>
        {list('pathSeeds')}
        <Checkbox
          className="path-box"
          isSelected={design.settle !== undefined}
          onChange={(wanted) => change({ settle: wanted ? usualSettle : undefined })}
        >
          <span className="path-tick" aria-hidden="true" />
          <span>
            {sweepText('design.settle')}
            <span className="hint">{sweepText('design.settleHelp', settleWords(design))}</span>
          </span>
        </Checkbox>
      </div>
      <div className="design-foot">
        <p role="status" className="design-cost">
          {workload
            ? sweepText('design.workload', {
                count: workload.cells,
                time: duration(workload.seconds),
                workers,
              })
            : sweepText('design.incomplete')}
        </p>
        <Button
          className="button main"
          isDisabled={spec === undefined || isBusy}
          onPress={() => {
            if (spec === undefined) return;
            void bench.run(spec, workers);
            document.querySelector('.shelf')?.scrollIntoView();
          }}
        >
          {sweepText('design.start')}
        </Button>
        {shown?.spec && (
          <Button className="button" onPress={() => shown.spec && setDesign(designOf(shown.spec))}>
            {sweepText('design.copy')}
          </Button>
        )}
      </div>
    </section>
  );
}

function settleWords({ settle = usualSettle }: Design) {
  return { percent: percentage(settle.within), over: whole(settle.over), tail: whole(settle.tail) };
}
