/** The function of the step verify. */
import config from '#config';
import { caseKeys, connectors, openBase } from '../lib/steps/open-world.ts';
import { verify } from '../lib/steps/verify.ts';
import { step } from '../lib/steps/retries.ts';

export const handler = step(verify, () => ({ ...openBase(config), ...caseKeys(), ...connectors(config) }));
