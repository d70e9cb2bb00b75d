/** Mails behind the in-memory port: letters, replies, what was attached, and what was set aside. */
import type { RequestId } from '../../../lib/domain/ids.ts';
import type { Request } from '../../../lib/domain/request.ts';
import type { KeptMail } from '../../../lib/steps/kept-mail.ts';
import type { AsideReason } from '../../../lib/stores/inbound.ts';
import type { MailLook, MailPort } from '../../../lib/web/console/mail-port.ts';
import type { Done } from '../../../lib/web/console/port.ts';
import type { Happened, World } from './world.ts';

/** A mail of a case: what was read of it, itself, and its papers. */
export interface FakeMail {
  kept: KeptMail;
  raw: Uint8Array;
  papers: Uint8Array[];
}

/** A mail that was set aside. */
export interface FakeAside {
  at: string;
  because?: AsideReason;
  raw: Uint8Array;
}

type Acting = <I extends { id: RequestId }>(
  world: World,
  name: string,
  does: (input: I, request: Request) => Happened | string,
) => (input: I) => Promise<Done>;

const sortTask = ({ tasks }: Request) => tasks.find(({ kind }) => kind === 'sort');

/** The part of the port that is about mails; what it is asked is among the calls of the world. */
export function fakeMailPort(world: World, acting: Acting): MailPort {
  const find = (name: string, { id, mail, by, ...more }: MailLook & { paper?: number }): FakeMail | undefined => {
    world.calls.push({ name, input: { id, mail, by: by.sub, ...more } });
    return world.cases.get(id)?.inbox?.[mail];
  };
  return {
    mail: (look) => Promise.resolve(find('mail', look)?.kept),
    mailFile(look) {
      const found = find('mailFile', look);
      return Promise.resolve(look.paper === undefined ? found?.raw : found?.papers[look.paper]);
    },
    sortLetter: acting(world, 'sortLetter', ({ rights, by, residence, onBehalf }, request) => {
      const task = sortTask(request);
      if (task === undefined) return 'wrong-state';
      world.happen(request.id, { type: 'task-done', data: { taskId: task.taskId, by: by.sub, outcome: 'done' } });
      const more = { ...(residence === undefined ? {} : { residence }), ...(onBehalf === undefined ? {} : { onBehalf }) };
      return { type: 'sorted', data: { by: by.sub, rights, law: 'eu-gdpr', laws: ['eu-gdpr'], ...more } };
    }),
    beginFromMail({ id, mail, by }) {
      world.calls.push({ name: 'beginFromMail', input: { id, mail, by: by.sub } });
      const known = world.cases.get(id)?.inbox?.[mail];
      return Promise.resolve(known === undefined ? { ok: false, reason: 'unknown' } : { ok: true, requestId: id });
    },
    dismissLetter: acting(world, 'dismissLetter', (_, request) =>
      sortTask(request) === undefined ? 'wrong-state' : { type: 'closed', data: { outcome: 'dismissed' } },
    ),
    ...(world.asides && {
      aside: {
        list: (after = '') => {
          const behind = [...world.asides!].filter(([messageId]) => messageId > after);
          const mails = behind.slice(0, 2).map(([messageId, { raw, ...rest }]) => ({ messageId, ...rest, bytes: raw.length }));
          return Promise.resolve({ mails, ...(behind.length > 2 && { next: mails.at(-1)!.messageId }) });
        },
        open(messageId, by) {
          world.calls.push({ name: 'aside', input: { messageId, by: by.sub } });
          return Promise.resolve(world.asides!.get(messageId)?.raw);
        },
        putBack(messageId, by) {
          world.calls.push({ name: 'putBack', input: { messageId, by: by.sub } });
          return Promise.resolve(world.asides!.delete(messageId));
        },
      },
    }),
  };
}
