/** The function of the step park-request. */
import config from '#config';
import { machine, openBase } from '../lib/steps/open-world.ts';
import { parkRequest } from '../lib/steps/park-request.ts';
import { step } from '../lib/steps/retries.ts';

export const handler = step('park-request', parkRequest, () => ({ ...openBase(config), ...machine() }));
