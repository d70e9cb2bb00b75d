/** The function of the staff pages. */
import config from '#config';
import { receipts } from '../lib/steps/open-receipts.ts';
import { aside, caseKeys, env, machine, openBase, openSecretReader, tokenSecret, vault } from '../lib/steps/open-world.ts';
import { serve } from '../lib/web/serve.ts';
import { createConsoleApp } from '../lib/web/console/console-app.ts';
import { openConsolePort } from '../lib/web/console/open-port.ts';

export const handler = serve(async (onFault) => {
  const secret = openSecretReader();
  const parameters = env('PARAMETERS');
  const world = { ...openBase(config), ...caseKeys(), ...machine(), ...receipts(), ...vault(), ...aside(config), ...tokenSecret() };
  const auth = {
    issuer: env('STAFF_ISSUER'),
    clientId: env('STAFF_CLIENT'),
    clientSecret: await secret(`${parameters}/staff/client-secret`),
    sessionSecret: await secret(`${parameters}/staff/session-secret`),
    baseUrl: world.baseUrl,
  };
  return createConsoleApp(openConsolePort(world), auth, onFault);
});
