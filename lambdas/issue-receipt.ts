/** The function of the step issue-receipt. */
import config from '#config';
import { issuing } from '../lib/steps/open-receipts.ts';
import { caseKeys, openBase, tokenSecret } from '../lib/steps/open-world.ts';
import { issueReceipt } from '../lib/steps/issue-receipt.ts';
import { step } from '../lib/steps/retries.ts';

export const handler = step('issue-receipt', issueReceipt, () => ({
  ...openBase(config),
  ...caseKeys(),
  ...issuing(config),
  ...tokenSecret(),
}));
