/** The function of the step acknowledge. */
import config from '#config';
import { postOffice } from '../lib/steps/open-post-office.ts';
import { issuing } from '../lib/steps/open-receipts.ts';
import { caseKeys, openBase, tokenSecret } from '../lib/steps/open-world.ts';
import { acknowledge } from '../lib/steps/acknowledge.ts';
import { step } from '../lib/steps/retries.ts';

export const handler = step('acknowledge', acknowledge, () => ({
  ...openBase(config),
  ...caseKeys(),
  ...postOffice(config),
  ...issuing(config),
  ...tokenSecret(),
}));
