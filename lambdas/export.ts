/** The function of the step export. */
import config from '#config';
import { connectors } from '../lib/steps/open-connectors.ts';
import { caseKeys, openBase, vault } from '../lib/steps/open-world.ts';
import { exportData } from '../lib/steps/export.ts';
import { step } from '../lib/steps/retries.ts';

export const handler = step('export', exportData, () => ({ ...openBase(config), ...caseKeys(), ...connectors(config), ...vault() }));
