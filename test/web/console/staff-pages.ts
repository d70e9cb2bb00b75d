/** Every kind of staff page, rendered through the front door, for tests that look at all of them. */
import type { Role } from '../../../lib/web/console/port.ts';
import { addAppeal } from './appeal-case.ts';
import type { Seat } from './desk-fixture.ts';
import { addBounced, addPost } from './post-cases.ts';
import { addLetter, addReply, mailOf } from './letter-cases.ts';
import type { TaskKind } from '../../../lib/domain/request-events.ts';
import type { Request } from '../../../lib/domain/request.ts';

export const EVERYBODY: Role[] = ['viewer', 'agent', 'reviewer', 'admin'];

/** A wide sentence and a word that does not break by itself. */
export const LONG = `${'Dieses System wurde im Mai abgeschaltet. '.repeat(6)}${'Unternehmensdatenschutz'.repeat(6)}`;

const taskOf = (request: Request, kind: TaskKind): string =>
  `/staff/requests/${request.id}/tasks/${request.tasks.find((task) => task.kind === kind)!.taskId}`;

/** Pages by name: what a `GET` shows, and what forms answer that do not lead on. */
export async function everyStaffPage(
  { browser, cases, world }: Pick<Seat, 'browser' | 'cases' | 'world'>,
  headers: Record<string, string> = {},
): Promise<Map<string, string>> {
  const pages = new Map<string, string>();
  const get = async (name: string, path: string): Promise<void> => void pages.set(name, (await browser.get(path, headers)).html);
  const post = async (name: string, path: string, fields: Record<string, string | string[]>): Promise<void> =>
    void pages.set(name, (await browser.post(path, fields, { 'sec-fetch-site': 'same-origin', ...headers })).html);
  const request = (of: Request): string => `/staff/requests/${of.id}`;
  await get('board', '/staff');
  await get('board, second page', '/staff?cursor=4');
  await get('board, nothing matches', '/staff?state=ready');
  await get('board, wrong reference', '/staff/find?reference=Q-1');
  await get('entry', '/staff/new');
  await post('entry, errors', '/staff/new', { email: 'nobody@nowhere', on: 'soon', 'onBehalfOf.name': LONG });
  const entry = {
    channel: 'post',
    on: '2026-09-13',
    rights: ['access', 'opt-out-of-sale'],
    address: LONG.slice(0, 80),
    note: LONG,
    lang: 'fr',
  };
  await post('entry, check', '/staff/new', entry);
  await get('tasks', '/staff/tasks');
  await get('tasks, none left', '/staff/tasks?cursor=999');
  for (const name of ['failed', 'parked', 'waiting', 'review', 'late', 'asked', 'californian', 'corrected', 'closed'] as const)
    await get(`request, ${name}`, request(cases[name]));
  await get('request, after an act', `${request(cases.failed)}?done=task-retry`);
  await post('request, person shown', `${request(cases.failed)}/person`, {});
  await get('task, failed system', taskOf(cases.failed, 'system-failed'));
  await get('task, by hand', taskOf(cases.act, 'act'));
  await get('task, mail', `${taskOf(cases.mail, 'mail-failed')}/mail`);
  await post('task, errors', taskOf(cases.failed, 'system-failed'), { reason: 'x'.repeat(1_001) });
  await post('task, check', taskOf(cases.failed, 'system-failed'), { outcome: 'skip', reason: LONG });
  await get('review', `${taskOf(cases.review, 'review')}/review`);
  await post('review, error', `${taskOf(cases.review, 'review')}/review`, { release: ['a/b/c'] });
  await get('late', `${request(cases.late)}/late`);
  await post('late, errors', `${request(cases.late)}/late`, { choice: 'extend' });
  const decision = { item: ['right/access', 'export/crm'], 'ground.eu-gdpr': 'manifestly_unfounded', reason: LONG };
  await get('refuse', `${request(cases.late)}/refuse`);
  await get('refuse, under two laws', `${request(cases.both)}/refuse`);
  await post('refuse, errors', `${request(cases.both)}/refuse`, { item: 'right/erasure', 'ground.eu-gdpr': 'legal_claims' });
  await post('refuse, check', `${request(cases.late)}/refuse`, decision);
  await post('refuse, check, too late', `${request(cases.parked)}/refuse`, decision);
  await browser.post(`${request(cases.late)}/refuse`, { ...decision, step: 'confirm' }, { 'sec-fetch-site': 'same-origin' });
  await get('request, refused', request(cases.late));
  await get('identity', `${request(cases.waiting)}/identity`);
  await get('ask', `${request(cases.failed)}/ask`);
  await post('ask, errors', `${request(cases.failed)}/ask`, { about: 'fee', words: LONG });
  await post('ask, check', `${request(cases.failed)}/ask`, { about: 'clarification', words: LONG });
  const [paper, bounced] = [addPost(world), addBounced(world, { type: 'Transient', subType: 'MailboxFull' })];
  await get('post', `${taskOf(paper, 'post')}/post`);
  await post('post, errors', `${taskOf(paper, 'post')}/post`, { act: 'posted', on: 'soon' });
  await get('post, no address', `${taskOf(addPost(world, { paper: { to: [], enclosures: [], hasCopy: false } }), 'post')}/post`);
  await get('failed mail', `${taskOf(bounced, 'mail-failed')}/mail`);
  await post('failed mail, errors', `${taskOf(bounced, 'mail-failed')}/mail`, { way: 'corrected', email: LONG });
  await get('write', `${request(cases.waiting)}/write`);
  await post('write, errors', `${request(cases.failed)}/write`, { words: LONG });
  await post('write, check', `${request(cases.failed)}/write`, { subject: 'Unternehmensdatenschutz'.repeat(5), words: LONG });
  await get('answer', `${request(cases.asked)}/answer`);
  await post('answer, errors', `${request(cases.asked)}/answer`, { number: '1', on: 'soon' });
  const entered = world.add({
    dueOn: '2026-12-18',
    received: { channel: 'post', enteredBy: 'staff-agent', scan: { mail: 'scan', papers: 1 }, lang: 'de' },
    since: [{ type: 'written', data: { number: 1, by: 'staff-agent', sealed: 'SEALED-MESSAGE' } }],
    parts: { messages: [{ number: 1, by: 'staff-agent', writtenAt: '2026-11-20T09:00:00Z', text: { subject: 'Paket', words: LONG } }] },
  });
  await get('request, entered', request(entered));
  await post('request, entered, person shown', `${request(entered)}/person`, {});
  const { path, appeal } = addAppeal(world, { refused: ['access', 'erasure'] });
  await post('appeal, errors', path, { decision: 'grant' });
  await post('appeal, words', path, { step: 'words' });
  await get('request, appeal', request(appeal));
  const correct = `${request(cases.corrected)}/correct/${cases.corrected.receipts[1]!.receiptId}`;
  await get('correct', correct);
  await post('correct, errors', correct, { text: '' });
  await post('correct, check', correct, { text: LONG, reason: LONG });
  const sort = addLetter(world, mailOf({ text: `${LONG}\n\nBitte löschen Sie alle meine Daten.` }), { mute: true });
  await get('letter', `${taskOf(sort, 'sort')}/letter`);
  await post('letter, errors', `${taskOf(sort, 'sort')}/letter`, { residence: 'US-CA' });
  await post('letter, errors of the reason', `${taskOf(sort, 'sort')}/letter/dismiss`, { reason: '' });
  await get('request, letter', request(sort));
  await get('letter, unreadable', `${taskOf(addLetter(world, mailOf({ unreadable: 'too-long', text: '', subject: '' })), 'sort')}/letter`);
  world.cases.get(sort.id)!.inbox!['again'] = mailOf({ text: LONG });
  const again = { mail: 'again', kind: 'follow-up' as const, authenticated: false, fromPerson: true, papers: 0 };
  world.happen(sort.id, { type: 'mail-received', data: again });
  await get('mail, of the person', `${request(sort)}/mails/again`);
  const reply = addReply(world);
  await get('mail', `${request(reply)}/mails/reply-1`);
  await get('request, mails', request(reply));
  await get('set aside', '/staff/mail');
  await get('set aside, in parts', '/staff/mail/ses-2');
  await get('set aside, put back', '/staff/mail?done=taken');
  await get('resume', `${request(cases.parked)}/resume`);
  await get('withdraw', `${request(cases.failed)}/withdraw`);
  await get('conflict', `${request(cases.failed)}/resume`);
  await get('missing', '/staff/nothing');
  await get('signed out', '/staff/signed-out');
  await get('sign-in failed', '/staff/callback?state=x');
  return pages;
}
