/** The entry of a helper's worker. */
import { serve } from './helper.ts';
import type { HelperScope } from './messages.ts';

serve(globalThis as unknown as HelperScope);
