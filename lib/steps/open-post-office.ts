/** Opens the post office. */
import type { Configuration } from '../domain/configuration.ts';
import { openPostOffice, type PostOfficeParts } from '../mail/post-office.ts';
import { replyAddress } from '../domain/reply-address.ts';
import { dynamodb, ses } from '../stores/clients.ts';
import { openTable } from '../stores/table.ts';
import { handToPost } from './hand-to-post.ts';
import { env, openBase, tokenSecret, vault } from './open-world.ts';
import type { World } from './world.ts';

/** Answers come to us where we receive mail, and else to the company. */
function answersTo({ controller, mailbox }: Configuration): PostOfficeParts['replyTo'] {
  const { secret } = tokenSecret();
  return async (id) => (mailbox === undefined ? controller.email : replyAddress(await secret(), { id, mailbox }));
}

export function postOffice(configuration: Configuration): Pick<World, 'postOffice'> {
  const { controller, mailFrom } = configuration;
  const base = openBase(configuration);
  return {
    postOffice: openPostOffice({
      ses: ses(),
      table: openTable(dynamodb(), env('REQUESTS_TABLE')),
      ...vault(),
      ...tokenSecret(),
      from: { name: controller.name, address: mailFrom },
      replyTo: answersTo(configuration),
      toPost: async (requestId, mailId) => await handToPost(base, requestId, mailId),
      configurationSet: env('MAIL_EVENTS'),
      now: () => Date.now(),
    }),
  };
}
