/** The function of the step verify-requester. */
import config from '#config';
import { postOffice } from '../lib/steps/open-post-office.ts';
import { caseKeys, machine, openBase, tokenSecret } from '../lib/steps/open-world.ts';
import { verifyRequester } from '../lib/steps/verify-requester.ts';
import { step } from '../lib/steps/retries.ts';

export const handler = step('verify-requester', verifyRequester, () => ({
  ...openBase(config),
  ...caseKeys(),
  ...machine(),
  ...postOffice(config),
  ...tokenSecret(),
}));
