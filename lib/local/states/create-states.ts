/** Step Functions for the small AWS: the machines of its template on a file in its data directory. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { AwsContext } from '../contract.ts';
import type { StatesOptions, StatesService } from './create-states-service.ts';
import { createStatesService } from './create-states-service.ts';
import { machinesOf } from './machines-of-template.ts';

type Parts = Pick<AwsContext, 'resources' | 'dataDir' | 'clock' | 'region' | 'invokerAs' | 'awsCall' | 'putEvents'>;

/** Makes the service; call `start` once the small AWS serves, for what an earlier process left runs at once. */
export function createStates(context: Parts, logger?: StatesOptions['logger']): StatesService {
  const { resources, dataDir, clock, region, invokerAs, awsCall, putEvents } = context;
  const folder = join(dataDir, 'states');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return createStatesService({
    file: join(folder, 'executions.db'),
    machines: machinesOf(resources),
    clock,
    region,
    invokerAs,
    awsCall,
    putEvents,
    ...(logger === undefined ? {} : { logger }),
  });
}
