/** write-person: staff write to the person, about anything the product has no letter for; the sweep mails it. */
import type { RequestId } from '../domain/ids.ts';
import { type MessageFault, messageFault, type MessageText, type WrittenMessage } from '../domain/message-text.ts';
import type { Request } from '../domain/request.ts';
import { type Objection, requestCan } from '../domain/request-can.ts';
import type { CaseKey } from '../stores/case-keys.ts';
import { openWords, sealWords } from './question-words.ts';
import { lookSoon } from './waiting.ts';
import { isoNow, type With } from './world.ts';

export type WriteWorld = With<'caseKeys'>;

export interface Writing {
  requestId: RequestId;
  /** Subject of the staff member. */
  by: string;
  text: MessageText;
}

export type WriteResult = { ok: true; number: number } | { ok: false; reason: 'unknown' | 'stale' | Objection | MessageFault };

/** The number of a message that is still to go out and says the very same: whoever sends a form twice writes once. */
function sameMessage({ messages }: Request, caseKey: CaseKey, { by, text }: Writing): number | undefined {
  const waiting = messages.filter((message) => message.wroteAt === undefined && message.by === by);
  return waiting.find(({ number, sealed }) => {
    const before = openWords(caseKey, sealed, { kind: 'message', number });
    return before.subject === text.subject && before.words === text.words;
  })?.number;
}

/** Writes a message down; this door may not send mail. Repeatable. */
export async function writePerson(world: WriteWorld, writing: Writing): Promise<WriteResult> {
  const { requestId, by, text } = writing;
  const request = await world.requests.load(requestId);
  if (request === undefined) return { ok: false, reason: 'unknown' };
  const permission = requestCan(request, 'write');
  if (!permission.ok) return permission;
  const fault = messageFault(text);
  if (fault !== undefined) return { ok: false, reason: fault };
  const caseKey = await world.caseKeys.open(requestId);
  const before = sameMessage(request, caseKey, writing);
  if (before !== undefined) return { ok: true, number: before };
  const number = request.messages.length + 1;
  await lookSoon(world, requestId);
  const { request: after, existed } = await world.requests.append(requestId, {
    key: `written#${number}`,
    type: 'written',
    at: isoNow(world),
    data: { number, by, sealed: sealWords(caseKey, text, { kind: 'message', number }) },
  });
  // Somebody else wrote at the same moment: whoever was slower decides again, knowing of it.
  if (existed && sameMessage(after, caseKey, writing) !== number) return { ok: false, reason: 'stale' };
  await world.requests.scheduleSweep(requestId, isoNow(world));
  return { ok: true, number };
}

/** A message with its words. */
export interface SpokenMessage extends Omit<WrittenMessage, 'sealed'> {
  text: MessageText;
}

/** All messages of a request in words. */
export function spokenMessages({ messages }: Pick<Request, 'messages'>, caseKey: CaseKey): SpokenMessage[] {
  return messages.map(({ sealed, ...rest }) => ({ ...rest, text: openWords(caseKey, sealed, { kind: 'message', number: rest.number }) }));
}
