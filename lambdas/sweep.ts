/** The function of the hourly sweep. */
import config from '#config';
import { postOffice } from '../lib/steps/open-post-office.ts';
import { issuing, log } from '../lib/steps/open-receipts.ts';
import { purging } from '../lib/steps/open-purging.ts';
import { caseKeys, machine, openBase, tokenSecret, vault } from '../lib/steps/open-world.ts';
import { step } from '../lib/steps/retries.ts';
import { sweep } from '../lib/steps/sweep.ts';

export const handler = step('sweep', sweep, () => ({
  ...openBase(config),
  ...caseKeys(),
  ...machine(),
  ...vault(),
  ...postOffice(config),
  ...purging(),
  ...issuing(config),
  ...log(),
  ...tokenSecret(),
}));
