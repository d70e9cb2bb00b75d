/** The function of the step export. */
import config from '#config';
import { caseKeys, connectors, openBase, vault } from '../lib/steps/open-world.ts';
import { exportData } from '../lib/steps/export.ts';
import { step } from '../lib/steps/retries.ts';

export const handler = step(exportData, () => ({ ...openBase(config), ...caseKeys(), ...connectors(config), ...vault() }));
