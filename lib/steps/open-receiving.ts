/** Opens the world of mails that come in. */
import { s3 } from '../stores/clients.ts';
import { openInbound } from '../stores/inbound.ts';
import { env } from './open-world.ts';
import type { ReceivingWorld } from './receive-mail.ts';

/** Nothing reads mails yet: each one stays in its bucket, where nothing of it is lost, until the bucket forgets it. */
export function openReceiving(): ReceivingWorld {
  return { inbound: openInbound({ s3: s3(), bucket: env('INBOUND_BUCKET') }), take: async () => undefined };
}
