/** Opens the post office. */
import type { Configuration } from '../domain/configuration.ts';
import { openPostOffice } from '../mail/post-office.ts';
import { dynamodb, ses } from '../stores/clients.ts';
import { openTable } from '../stores/table.ts';
import { env, tokenSecret, vault } from './open-world.ts';
import type { World } from './world.ts';

export function postOffice({ controller, mailFrom }: Configuration): Pick<World, 'postOffice'> {
  return {
    postOffice: openPostOffice({
      ses: ses(),
      table: openTable(dynamodb(), env('REQUESTS_TABLE')),
      ...vault(),
      ...tokenSecret(),
      from: { name: controller.name, address: mailFrom },
      replyTo: controller.email,
      configurationSet: env('MAIL_EVENTS'),
      now: () => Date.now(),
    }),
  };
}
