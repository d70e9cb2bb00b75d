/** The function of the staff pages. */
import config from '#config';
import { postOffice } from '../lib/steps/open-post-office.ts';
import { caseKeys, env, machine, openBase, openSecretReader, tokenSecret, vault } from '../lib/steps/open-world.ts';
import { serve } from '../lib/web/serve.ts';
import { createConsoleApp } from '../lib/web/console/console-app.ts';
import { openConsolePort } from '../lib/web/console/open-port.ts';

export const handler = serve(async () => {
  const secret = openSecretReader();
  const parameters = env('PARAMETERS');
  const world = { ...openBase(config), ...caseKeys(), ...machine(), ...postOffice(config), ...tokenSecret(), ...vault() };
  return createConsoleApp(openConsolePort(world), {
    issuer: env('STAFF_ISSUER'),
    clientId: env('STAFF_CLIENT'),
    clientSecret: await secret(`${parameters}/staff/client-secret`),
    sessionSecret: await secret(`${parameters}/staff/session-secret`),
    baseUrl: world.baseUrl,
  });
});
