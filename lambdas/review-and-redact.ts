/** The function of the step review-and-redact. */
import config from '#config';
import { machine, openBase } from '../lib/steps/open-world.ts';
import { reviewAndRedact } from '../lib/steps/review-and-redact.ts';
import { step } from '../lib/steps/retries.ts';

export const handler = step('review-and-redact', reviewAndRedact, () => ({ ...openBase(config), ...machine() }));
