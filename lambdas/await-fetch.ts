/** The function of the step await-fetch. */
import config from '#config';
import { machine, openBase } from '../lib/steps/open-world.ts';
import { awaitFetch } from '../lib/steps/await-fetch.ts';
import { step } from '../lib/steps/retries.ts';

export const handler = step('await-fetch', awaitFetch, () => ({ ...openBase(config), ...machine() }));
