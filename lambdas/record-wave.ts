/** The function of the step record-wave. */
import config from '#config';
import { openBase } from '../lib/steps/open-world.ts';
import { recordWave } from '../lib/steps/record-wave.ts';
import { step } from '../lib/steps/retries.ts';

export const handler = step('record-wave', recordWave, () => ({ ...openBase(config) }));
