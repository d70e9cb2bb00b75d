/** Letters and mails for the staff pages, read by the rules themselves. */
import { newId } from '../../../lib/domain/ids.ts';
import type { Request } from '../../../lib/domain/request.ts';
import { understand } from '../../../lib/mail/understanding/understand.ts';
import type { KeptMail } from '../../../lib/steps/kept-mail.ts';
import type { FakeMail } from './fake-mails.ts';
import type { Happened, World } from './world.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const BASE: Omit<KeptMail, 'subject' | 'text'> = {
  receivedAt: '2026-11-18T08:15:00Z',
  recipients: ['privacy@lindenhof.example'],
  from: { address: 'mara.winter@mail.example', name: 'Mara <b>Winter</b>' },
  textFrom: 'plain',
  cut: false,
  papers: [],
  morePapers: 0,
};

/** A letter whose marks lie in subject and text, beside things that must stay text. */
export const SUBJECT = 'Auskunft nach Art. 15 DSGVO & mehr';
export const TEXT = `Guten Tag,

hiermit verlange ich Auskunft über alle Daten, die Sie über mich gespeichert haben <script>alert(1)</script>.
Löschen Sie bitte außerdem alle meine Daten. Mehr dazu: https://mara.example/?a=1&b=2

Mit freundlichen Grüßen
Mara Winter`;

/** A mail as staff read it; what the rules make of it is what they make of it. */
export function mailOf(more: Partial<KeptMail>, papers: string[] = []): FakeMail {
  const { subject = SUBJECT, text = TEXT } = more;
  const understood = understand(`${subject}\n\n${text}`);
  return {
    kept: { ...BASE, subject, text, understood, ...more },
    raw: bytes(`Subject: ${subject}\r\n\r\n${text}`),
    papers: papers.map(bytes),
  };
}

function letterTask(): Happened {
  return { type: 'task-opened', data: { taskId: newId('task', 1_794_000_000_000), kind: 'sort' }, hoursAgo: 50 };
}

/** A letter to be sorted. */
export function addLetter(world: World, fake: FakeMail, more: { authenticated?: boolean; mute?: true } = {}): Request {
  const { authenticated = false, mute } = more;
  const letter = { mail: 'letter-1', authenticated, ...(mute && { mute }) };
  const came: Happened = {
    type: 'mail-received',
    data: {
      mail: 'letter-1',
      kind: fake.kept.unreadable ? 'unreadable' : 'letter',
      authenticated,
      fromPerson: true,
      papers: fake.papers.length,
    },
    hoursAgo: 50,
  };
  return world.add({
    dueOn: '2026-12-03',
    received: { rights: [], channel: 'email', lang: 'de', letter, receivedAt: fake.kept.receivedAt },
    since: [came, letterTask()],
    parts: { inbox: { 'letter-1': fake } },
  });
}

/** A reply to be read, from somebody else's address, with files of every danger. */
export function addReply(world: World): Request {
  const kinds = ['paper', 'archive', 'executable', 'other'] as const;
  const names = ['Ausweis "Kopie"; ä.pdf', 'alles.zip', 'rechnung.exe', 'notiz.txt'];
  const papers = kinds.map((kind, number) => ({
    number,
    name: names[number]!,
    type: 'application/pdf',
    bytes: 1_234_567 * number + 900,
    kind,
  }));
  const from = { address: 'jon@elsewhere.example' };
  const { understood: _understood, ...kept } = mailOf({
    subject: 'Re: your request',
    text: 'Please stop.',
    from,
    papers,
    morePapers: 2,
  }).kept;
  const reply = {
    kept: { ...kept, replyTo: 'other@elsewhere.example' },
    raw: bytes('raw'),
    papers: ['%PDF', 'PK', 'MZ', 'note'].map(bytes),
  };
  const task: Happened = {
    type: 'task-opened',
    data: { taskId: newId('task', 1_794_000_000_000), kind: 'read-mail', code: 'reply-1' },
    hoursAgo: 5,
  };
  return world.add({
    dueOn: '2026-12-09',
    since: [
      { type: 'mail-received', data: { mail: 'reply-1', kind: 'reply', authenticated: true, fromPerson: false, papers: 4 }, hoursAgo: 5 },
      task,
    ],
    parts: {
      inbox: { 'reply-1': reply },
      mails: [{ mailId: 'm-9', kind: 'acknowledgement', claimedAt: '2026-11-10T09:31:00Z', sentAt: '2026-11-10T09:31:01Z' }],
    },
  });
}
