/** Mails on the staff pages on the real product: each member is one step or one reading. */
import type { CaseKey } from '../../stores/case-keys.ts';
import { keys } from '../../stores/keys.ts';
import type { AsideStore } from '../../stores/set-aside.ts';
import { beginFromMail } from '../../steps/begin-from-mail.ts';
import { openMail, openMailFile } from '../../steps/kept-mail.ts';
import { dismissLetter, sortLetter } from '../../steps/sort-letter.ts';
import { isoNow, type With } from '../../steps/world.ts';
import type { AsidePort, MailLook, MailPort } from './mail-port.ts';
import type { Staff } from './port.ts';
import { recordLook } from './record-look.ts';

export type MailWorld = With<'caseKeys' | 'vault' | 'machine' | 'secret'> & { aside?: AsideStore };

/** The key of the case whose mail is looked at; undefined if the mail is not the request's, or purged. */
async function keyFor(world: MailWorld, { id, mail, by }: MailLook): Promise<CaseKey | undefined> {
  const request = await world.requests.load(id);
  const theirs = request?.letter?.mail === mail || request?.mails.some((one) => one.mail === mail);
  if (!theirs || request?.purgedAt !== undefined) return undefined;
  await recordLook(world, id, { by, at: 'person' });
  return await world.caseKeys.open(id);
}

/** As long as anybody asks who read a mail that became nothing. */
const KEPT_SECONDS = 400 * 24 * 3600;

function asidePort(world: MailWorld, store: AsideStore): AsidePort {
  const record = async (messageId: string, what: 'opened' | 'put-back', { sub: by }: Staff): Promise<void> => {
    const expiresAt = Math.floor(world.now() / 1000) + KEPT_SECONDS;
    await world.requests.table.putIfAbsent({ ...keys.aside(messageId, isoNow(world)), what, by, expiresAt });
  };
  return {
    list: async (after) => await store.list(after),
    async open(messageId, by) {
      await record(messageId, 'opened', by);
      return (await store.get(messageId))?.raw;
    },
    async putBack(messageId, by) {
      await record(messageId, 'put-back', by);
      return await store.putBack(messageId);
    },
  };
}

/** The part of the port that is about mails. */
export function openMailPort(world: MailWorld): MailPort {
  const { vault, aside } = world;
  return {
    async mail(look) {
      const caseKey = await keyFor(world, look);
      return caseKey && (await openMail(vault, { id: look.id, caseKey }, look.mail));
    },
    async mailFile(look) {
      const caseKey = await keyFor(world, look);
      return caseKey && (await openMailFile(vault, { id: look.id, caseKey }, look));
    },
    beginFromMail: async ({ id, mail, by }) => await beginFromMail(world, { requestId: id, mail, by: by.sub }),
    sortLetter: async ({ id, by, ...rest }) => await sortLetter(world, { requestId: id, by: by.sub, ...rest }),
    dismissLetter: async ({ id, by, reason }) => await dismissLetter(world, { requestId: id, by: by.sub, reason }),
    ...(aside && { aside: asidePort(world, aside) }),
  };
}
