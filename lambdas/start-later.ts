/** The function of the step start-later. */
import config from '#config';
import { connectors } from '../lib/steps/open-connectors.ts';
import { caseKeys, machine, openBase, tokenSecret } from '../lib/steps/open-world.ts';
import { startLater } from '../lib/steps/start-later.ts';
import { step } from '../lib/steps/retries.ts';

export const handler = step('start-later', startLater, () => ({
  ...openBase(config),
  ...caseKeys(),
  ...connectors(config),
  ...machine(),
  ...tokenSecret(),
}));
