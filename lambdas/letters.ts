/** The function behind the buttons that make a mail go out. */
import config from '#config';
import { postOffice } from '../lib/steps/open-post-office.ts';
import { caseKeys, machine, openBase, tokenSecret } from '../lib/steps/open-world.ts';
import { serve } from '../lib/web/serve.ts';
import { createLettersApp } from '../lib/web/customer/letters-app.ts';
import { openLetterPort } from '../lib/web/customer/open-port.ts';

export const handler = serve(async (onFault) => {
  const world = { ...openBase(config), ...caseKeys(), ...machine(), ...postOffice(config), ...tokenSecret() };
  return createLettersApp(openLetterPort(world), onFault);
});
