/** The function of the step find. */
import config from '#config';
import { connectors } from '../lib/steps/open-connectors.ts';
import { caseKeys, openBase } from '../lib/steps/open-world.ts';
import { find } from '../lib/steps/find.ts';
import { step } from '../lib/steps/retries.ts';

export const handler = step('find', find, () => ({ ...openBase(config), ...caseKeys(), ...connectors(config) }));
