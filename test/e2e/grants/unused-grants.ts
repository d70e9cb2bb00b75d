/** The grants that no end-to-end test can use, each with what in the cloud needs it. */
import type { UnusedGrants } from './judge-grants.ts';

export const UNUSED_GRANTS: readonly UnusedGrants[] = [
  {
    holder: 'MachineRole',
    action: 'xray:*',
    resource: '*',
    reason:
      'Step Functions sends its traces as the role of the machine (Step Functions Developer Guide, X-Ray); the laptop traces nothing.',
  },
];
