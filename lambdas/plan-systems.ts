/** The function of the step plan-systems. */
import config from '#config';
import { openBase } from '../lib/steps/open-world.ts';
import { planSystems } from '../lib/steps/plan-systems.ts';
import { step } from '../lib/steps/retries.ts';

export const handler = step('plan-systems', planSystems, () => ({ ...openBase(config) }));
