/** The function that connected systems post their later answers to. */
import config from '#config';
import { connectors } from '../lib/steps/open-connectors.ts';
import { caseKeys, machine, openBase, tokenSecret, vault } from '../lib/steps/open-world.ts';
import { serve } from '../lib/web/serve.ts';
import { createCallbackApp } from '../lib/web/customer/callback-app.ts';
import { openCallbackPort } from '../lib/web/customer/open-port.ts';

export const handler = serve(async (onFault) => {
  const world = { ...openBase(config), ...caseKeys(), ...connectors(config), ...machine(), ...tokenSecret(), ...vault() };
  return createCallbackApp(openCallbackPort(world), onFault);
});
