/** mail-messages: what staff wrote to the person goes out, also if the request has ended since. */
import type { WrittenMessage } from '../domain/message-text.ts';
import type { Request } from '../domain/request.ts';
import { messageLetter } from '../mail/letters/message-letter.ts';
import type { CaseRecord } from '../stores/request-store.ts';
import { linkTo, openPerson, purposeOfLink } from './casework.ts';
import { openWords } from './question-words.ts';
import { isoNow, type With } from './world.ts';

export type MailMessageWorld = With<'caseKeys' | 'postOffice' | 'secret'>;

/** Messages that did not go out yet; after the purge nobody knows any more what they said, or to whom. */
export function unsentMessages({ messages, purgedAt }: Pick<Request, 'messages' | 'purgedAt'>): WrittenMessage[] {
  return purgedAt === undefined ? messages.filter(({ wroteAt }) => wroteAt === undefined) : [];
}

/** The mail first, then the event: a crash between the two sends no second mail, because the post office knows the fact. */
async function mailMessage(world: MailMessageWorld, request: Request, { number, sealed }: WrittenMessage): Promise<void> {
  const { configuration } = world;
  const caseKey = await world.caseKeys.open(request.id);
  const mailId = await world.postOffice.send({
    requestId: request.id,
    fact: `message#${number}`,
    caseKey,
    compose: async () => ({
      letter: messageLetter(request, {
        configuration,
        statusUrl: await linkTo(world, request.id, purposeOfLink(request)),
        text: openWords(caseKey, sealed, { kind: 'message', number }),
      }),
      lang: request.lang,
      to: openPerson(request, caseKey),
    }),
  });
  await world.requests.append(request.id, { key: `wrote#${number}`, type: 'wrote', at: isoNow(world), data: { number, mailId } });
}

/** Mails every message that is only written. Repeatable. */
export async function mailMessages(world: MailMessageWorld, { request }: CaseRecord): Promise<void> {
  for (const message of unsentMessages(request)) await mailMessage(world, request, message);
}
