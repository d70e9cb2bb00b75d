/** The function of the step erase. */
import config from '#config';
import { caseKeys, connectors, openBase } from '../lib/steps/open-world.ts';
import { erase } from '../lib/steps/erase.ts';
import { step } from '../lib/steps/retries.ts';

export const handler = step(erase, () => ({ ...openBase(config), ...caseKeys(), ...connectors(config) }));
