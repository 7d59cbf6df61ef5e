import { Button } from 'react-aria-components';
import { figure } from '../../charts/figures.ts';
import { scienceText } from '../../messages/science.ts';
import type { RestartsReport } from '../../session/index.ts';
import { useLab, useLabState } from '../lab.ts';

/** Two runs that differ by less are in the same minimum, one of them a little less settled. */
const sameMinimum = 5e-3;

/** What other seeds came to, and the offer to show the cheapest of them. */
export function RestartsNote() {
  const lab = useLab();
  const report = useLabState((state) => state.restarts);
  const wanted = useLabState((state) => state.experiment.restarts);
  if (!report || wanted === 0) return null;
  const { cheapest, shown, done } = report;
  const isCheaper = cheapest !== undefined && cheapest.totalLoss < (1 - sameMinimum) * shown;
  return (
    <div className="restarts">
      {!isCheaper && done < wanted && (
        <p data-figure="restarts">{scienceText('restarts.training', { done, wanted })}</p>
      )}
      <p role="status">
        {isCheaper && (
          <>
            {offer(report, cheapest)}{' '}
            <Button className="link-button" onPress={() => lab.takeRestart()}>
              {scienceText('restarts.show')}
            </Button>
          </>
        )}
        {!isCheaper &&
          done >= wanted &&
          scienceText('restarts.none', { count: wanted, shown: figure(shown) })}
      </p>
    </div>
  );
}

function offer(
  { shown }: RestartsReport,
  { seed, totalLoss }: NonNullable<RestartsReport['cheapest']>,
): string {
  return scienceText('restarts.cheaper', {
    seed: String(seed),
    found: figure(totalLoss),
    shown: figure(shown),
  });
}
