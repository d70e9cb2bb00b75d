/** The function of the customer pages and the API. */
import config from '#config';
import { log, publicKeys, receipts } from '../lib/steps/open-receipts.ts';
import { caseKeys, machine, openBase, tokenSecret } from '../lib/steps/open-world.ts';
import { serve } from '../lib/web/serve.ts';
import { createCustomerApp } from '../lib/web/customer/app.ts';
import { openCustomerPort } from '../lib/web/customer/open-port.ts';

export const handler = serve(async (onFault) => {
  const secret = tokenSecret();
  const world = {
    ...openBase(config),
    ...caseKeys(),
    ...machine(),
    ...log(),
    ...publicKeys(),
    ...receipts(),
    ...secret,
    secretBytes: await secret.secret(),
  };
  return createCustomerApp(openCustomerPort(world), onFault);
});
