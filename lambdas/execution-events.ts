/** The function that hears from Step Functions which executions ended before their time: too early, or because of a withdrawal. */
import config from '#config';
import { executionEvents } from '../lib/steps/execution-events.ts';
import { postOffice } from '../lib/steps/open-post-office.ts';
import { issuing } from '../lib/steps/open-receipts.ts';
import { caseKeys, machine, openBase, tokenSecret } from '../lib/steps/open-world.ts';
import { step } from '../lib/steps/retries.ts';

export const handler = step('execution-events', executionEvents, () => ({
  ...openBase(config),
  ...caseKeys(),
  ...machine(),
  ...postOffice(config),
  ...issuing(),
  ...tokenSecret(),
}));
