/** The function that hears from Step Functions that an execution was stopped: where its request was withdrawn, the person is told. */
import config from '#config';
import { closeStopped } from '../lib/steps/close-withdrawn.ts';
import { postOffice } from '../lib/steps/open-post-office.ts';
import { issuing, log } from '../lib/steps/open-receipts.ts';
import { caseKeys, openBase, tokenSecret } from '../lib/steps/open-world.ts';
import { step } from '../lib/steps/retries.ts';

export const handler = step('close-withdrawn', closeStopped, () => ({
  ...openBase(config),
  ...caseKeys(),
  ...log(),
  ...postOffice(config),
  ...issuing(config),
  ...tokenSecret(),
}));
