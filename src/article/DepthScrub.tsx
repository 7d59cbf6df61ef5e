import { articleText } from '../messages/article.ts';
import { useLab, useLabState } from '../ui/lab.ts';
import { Scrub } from './Scrub.tsx';
import { depths } from './shared.ts';

interface DepthScrubProps {
  /** All that have a file, unless told. */
  readonly values?: readonly number[];
}

/** The depth of the figure, in its sentence. */
export function DepthScrub({ values = depths }: DepthScrubProps) {
  const lab = useLab();
  const depth = useLabState((state) => state.choices.depth ?? state.experiment.depth);
  return (
    <Scrub
      label={articleText('depthLabel')}
      value={depth}
      values={values}
      onChange={(value) => lab.choose({ depth: value })}
    />
  );
}
