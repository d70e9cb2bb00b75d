/** Opens the world of mails that come in. */
import type { Configuration } from '../domain/configuration.ts';
import { s3 } from '../stores/clients.ts';
import { openInbound } from '../stores/inbound.ts';
import { postOffice } from './open-post-office.ts';
import { caseKeys, env, machine, openBase, tokenSecret, vault } from './open-world.ts';
import type { ReceivingWorld } from './receive-mail.ts';
import { takeMail } from './take-mail.ts';

export function openReceiving(configuration: Configuration): ReceivingWorld {
  const base = openBase(configuration);
  const world = { ...base, ...caseKeys(), ...machine(), ...postOffice(configuration), ...tokenSecret(), ...vault() };
  return {
    inbound: openInbound({ s3: s3(), bucket: env('INBOUND_BUCKET') }),
    take: async (received) => await takeMail(world, received),
    now: base.now,
  };
}
