/** The parameters of the small AWS, by the contract that every parameter store has to keep. */
import { SSMClient } from '@aws-sdk/client-ssm';
import { createSsm } from '../../lib/local/ssm/create-ssm.ts';
import { secretContract } from './secret.contract.ts';
import { serveFront } from './serve-front.ts';

secretContract('the small AWS', async () => {
  const front = await serveFront(({ clock, dir, region }) => [createSsm({ dir, parameters: [], clock, region })]);
  return { client: new SSMClient(front.settings), close: front.close };
});
