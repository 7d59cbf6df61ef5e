/** All Chinese catalogues, fetched together when somebody asks for Chinese. */
import { lab } from './lab.ts';
import { sweep } from './sweep.ts';

export const chinese = { lab, sweep } as const;
