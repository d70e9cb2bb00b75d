/** The function that hears from Step Functions which executions ended too early. */
import config from '#config';
import { executionEvents } from '../lib/steps/execution-events.ts';
import { machine, openBase } from '../lib/steps/open-world.ts';
import { step } from '../lib/steps/retries.ts';

export const handler = step('execution-events', executionEvents, () => ({ ...openBase(config), ...machine() }));
