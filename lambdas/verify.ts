/** The function of the step verify. */
import config from '#config';
import { connectors } from '../lib/steps/open-connectors.ts';
import { caseKeys, openBase } from '../lib/steps/open-world.ts';
import { verify } from '../lib/steps/verify.ts';
import { step } from '../lib/steps/retries.ts';

export const handler = step('verify', verify, () => ({ ...openBase(config), ...caseKeys(), ...connectors(config) }));
