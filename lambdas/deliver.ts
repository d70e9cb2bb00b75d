/** The function of the step deliver. */
import config from '#config';
import { postOffice } from '../lib/steps/open-post-office.ts';
import { log, receipts } from '../lib/steps/open-receipts.ts';
import { caseKeys, openBase, tokenSecret } from '../lib/steps/open-world.ts';
import { deliver } from '../lib/steps/deliver.ts';
import { step } from '../lib/steps/retries.ts';

export const handler = step('deliver', deliver, () => ({
  ...openBase(config),
  ...caseKeys(),
  ...log(),
  ...postOffice(config),
  ...receipts(),
  ...tokenSecret(),
}));
