/** The function of the step await-answer. */
import config from '#config';
import { machine, openBase } from '../lib/steps/open-world.ts';
import { awaitAnswer } from '../lib/steps/await-answer.ts';
import { step } from '../lib/steps/retries.ts';

export const handler = step('await-answer', awaitAnswer, () => ({ ...openBase(config), ...machine() }));
