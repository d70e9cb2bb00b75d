/** The function of the step assess-request. */
import config from '#config';
import { openBase } from '../lib/steps/open-world.ts';
import { assessRequest } from '../lib/steps/assess-request.ts';
import { step } from '../lib/steps/retries.ts';

export const handler = step('assess-request', assessRequest, () => ({ ...openBase(config) }));
