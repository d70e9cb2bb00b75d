/** The function of the customer pages and the API. */
import config from '#config';
import { connectors } from '../lib/steps/open-connectors.ts';
import { postOffice } from '../lib/steps/open-post-office.ts';
import { receipts, signer } from '../lib/steps/open-receipts.ts';
import { caseKeys, machine, openBase, tokenSecret, vault } from '../lib/steps/open-world.ts';
import { serve } from '../lib/web/serve.ts';
import { createCustomerApp } from '../lib/web/customer/app.ts';
import { openCustomerPort } from '../lib/web/customer/open-port.ts';

export const handler = serve(async (onFault) => {
  const parts = { ...caseKeys(), ...connectors(config), ...machine(), ...postOffice(config), ...receipts(), ...signer(), ...vault() };
  const secret = tokenSecret();
  const world = { ...openBase(config), ...parts, ...secret, secretBytes: await secret.secret() };
  return createCustomerApp(openCustomerPort(world), onFault);
});
