import { Label, Radio, RadioGroup } from 'react-aria-components';
import { sweepText } from '../../messages/sweep.ts';
import { type BaseName, bases } from './design.ts';

interface BaseChoiceProps {
  /** The query of the experiment that the page's link describes; empty where it describes none. */
  readonly link: string;
  readonly value: string;
  readonly onChange: (base: string) => void;
}

/** Which experiment all cells of the sweep share. */
export function BaseChoice({ link, value, onChange }: BaseChoiceProps) {
  const presets = (Object.keys(bases) as BaseName[]).map((name) => ({
    query: bases[name] as string,
    title: sweepText(`base.${name}`),
  }));
  const choices = [
    ...(link === '' ? [] : [{ query: link, title: sweepText('base.link') }]),
    ...presets,
  ];
  const isListed = choices.some(({ query }) => query === value);
  const all = isListed ? choices : [{ query: value, title: sweepText('base.copied') }, ...choices];
  return (
    <RadioGroup className="base-choice" value={value} onChange={onChange}>
      <Label className="list-title">{sweepText('design.base')}</Label>
      {all.map(({ query, title }) => (
        <Radio key={query} value={query} className="base-radio">
          <span className="base-dot" aria-hidden="true" />
          <span>
            {title}
            <code>{query.replaceAll('&', ' ')}</code>
          </span>
        </Radio>
      ))}
    </RadioGroup>
  );
}
