/** Letters on paper on the staff pages on the real product: each member is one step or one reading. */
import { type FailedWorld, printInstead, sendCorrected } from '../../steps/failed-mail.ts';
import { giveAddress } from '../../steps/give-address.ts';
import { type LetterWorld, printLetter, readEnclosure, readPaperLetter, writtenOn } from '../../steps/post-letter.ts';
import { recordPosted } from '../../steps/record-posted.ts';
import type { CaseRecord } from '../../stores/request-store.ts';
import type { PostPort, TaskLook } from './post-port.ts';
import { recordLook } from './record-look.ts';

export type PostWorld = FailedWorld & LetterWorld;

interface Found {
  record: CaseRecord;
  mail: CaseRecord['mails'][number];
}

/** The letter of an open task. */
async function find(world: PostWorld, { id, taskId }: TaskLook): Promise<Found | undefined> {
  const record = await world.requests.loadCase(id);
  const task = record?.request.tasks.find((one) => one.taskId === taskId && one.kind === 'post');
  const mail = record?.mails.find(({ mailId }) => mailId === task?.code);
  return record && mail && { record, mail };
}

/** The letter if there is anything of it to see; that somebody looks is recorded first. */
async function look(world: PostWorld, input: TaskLook, at: 'person' | 'package'): Promise<Found | undefined> {
  const found = await find(world, input);
  if (found === undefined || found.record.request.purgedAt !== undefined) return undefined;
  await recordLook(world, input.id, { by: input.by, at });
  return found;
}

/** The part of the port that is about letters on paper. */
export function openPostPort(world: PostWorld): PostPort {
  return {
    async letter(input) {
      const found = await find(world, input);
      if (found === undefined) return undefined;
      const { record, mail } = found;
      const shown = await look(world, input, 'person');
      const paper = shown && (await readPaperLetter(world, record, mail.mailId));
      const { to, enclosures, copyUrl } = paper ?? {};
      return {
        kind: mail.kind,
        writtenOn: writtenOn(world, mail),
        ...(to && enclosures && { paper: { to, enclosures, hasCopy: copyUrl !== undefined } }),
      };
    },
    async letterFile({ place, ...input }) {
      const found = await look(world, input, 'person');
      if (found === undefined) return undefined;
      const { record, mail } = found;
      if (place !== undefined) return await readEnclosure(world, record, { mailId: mail.mailId, place });
      const content = await printLetter(world, record, mail.mailId);
      return content && { filename: `${record.request.reference}.pdf`, contentType: 'application/pdf', content };
    },
    async copyLink(input) {
      const found = await look(world, input, 'package');
      return found && (await readPaperLetter(world, found.record, found.mail.mailId))?.copyUrl;
    },
    recordPosted: async ({ id, taskId, on, by }) => await recordPosted(world, { requestId: id, taskId, on, by: by.sub }),
    async giveAddress({ id, lines, by }) {
      const given = await giveAddress(world, { requestId: id, by: by.sub, address: { address: lines } });
      return given ? { ok: true } : { ok: false, reason: 'purged' };
    },
    sendCorrected: async ({ id, taskId, email, by }) => await sendCorrected(world, { requestId: id, taskId, email, by: by.sub }),
    printInstead: async ({ id, taskId, by }) => await printInstead(world, { requestId: id, taskId, by: by.sub }),
  };
}
