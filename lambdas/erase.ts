/** The function of the step erase. */
import config from '#config';
import { connectors } from '../lib/steps/open-connectors.ts';
import { caseKeys, openBase } from '../lib/steps/open-world.ts';
import { erase } from '../lib/steps/erase.ts';
import { step } from '../lib/steps/retries.ts';

export const handler = step('erase', erase, () => ({ ...openBase(config), ...caseKeys(), ...connectors(config) }));
