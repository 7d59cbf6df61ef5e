/** All Chinese catalogues, fetched together when somebody asks for Chinese. */
import { lab } from './lab.ts';

export const chinese = { lab } as const;
