import { charts } from './en/charts.ts';
import { translator } from './translator.ts';

/** What charts write and say. */
export const chartText = translator('charts', charts);
