/** The function of the step package-response. */
import config from '#config';
import { caseKeys, openBase, vault } from '../lib/steps/open-world.ts';
import { delivery } from '../lib/steps/open-delivery.ts';
import { packageResponse } from '../lib/steps/package-response.ts';
import { step } from '../lib/steps/retries.ts';

export const handler = step('package-response', packageResponse, () => ({ ...openBase(config), ...caseKeys(), ...delivery(), ...vault() }));
