/** The function of the step hand-to-person. */
import config from '#config';
import { machine, openBase } from '../lib/steps/open-world.ts';
import { handToPerson } from '../lib/steps/hand-to-person.ts';
import { step } from '../lib/steps/retries.ts';

export const handler = step('hand-to-person', handToPerson, () => ({ ...openBase(config), ...machine() }));
