/** A letter on paper through the staff pages on the real steps and stores: entered with its scan, answered on paper, written to, shown. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RequestId } from '../../lib/domain/ids.ts';
import { sweep } from '../../lib/steps/sweep.ts';
import { createConsoleApp } from '../../lib/web/console/console-app.ts';
import { openConsolePort } from '../../lib/web/console/open-port.ts';
import type { Role } from '../../lib/web/console/port.ts';
import { caseOf, load, world, worlds } from '../steps/question-world.ts';
import { untilAsked } from '../walk.ts';
import { wordsOf } from './console/desk-fixture.ts';
import { startProvider, type TestProvider } from './console/oidc-provider.ts';
import { authFor, openBrowser, type StaffBrowser, tokenIn } from './console/staff-browser.ts';

let provider: TestProvider;
beforeAll(async () => {
  provider = await startProvider();
});
afterAll(() => provider.close());

async function browserOf(roles: Role[]): Promise<StaffBrowser> {
  const app = createConsoleApp(openConsolePort(world.reopen()), authFor(provider), (fault) => expect.unreachable(String(fault)));
  const browser = openBrowser(app, provider, world.now());
  await browser.signIn(roles);
  return browser;
}

const LETTER = {
  channel: 'post',
  on: '2026-02-27',
  rights: 'access',
  name: 'Erika Mustermann',
  address: 'Am Linden 1\n10117 Berlin',
  residence: 'DE',
  lang: 'de',
  note: 'Was haben Sie über mich?',
};

/** The check page's form, with a scan. */
function confirmation(html: string): FormData {
  const body = new FormData();
  for (const [, name, value] of html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)) body.append(name!, value!);
  body.set('step', 'confirm');
  body.append('scan', new File(['%PDF-1.7 the letter'], 'Brief.pdf', { type: 'application/pdf' }));
  return body;
}

async function enter(browser: StaffBrowser): Promise<RequestId[]> {
  const check = await browser.post('/staff/new', LETTER);
  expect(tokenIn(check.html)).not.toBe('');
  const headers = { 'sec-fetch-site': 'same-origin' };
  const send = async () => await browser.raw('/staff/new', { method: 'POST', body: confirmation(check.html), headers });
  const answers = await Promise.all([send(), send()]);
  expect(answers.map(({ status }) => status)).toEqual([303, 303]);
  return answers.map((answer) => /req_[\w-]+/.exec(answer.headers.get('location')!)![0] as RequestId);
}

it('is one request for two presses, with its scan to read, letters to post, and what staff wrote', async () => {
  const browser = await browserOf(['agent']);
  const [id, same] = await enter(browser);
  expect(same).toBe(id);
  expect((await world.requests.openRequests({ limit: 5 })).items).toEqual([id]);
  const request = await load(id!);
  expect(request).toMatchObject({ channel: 'post', enteredBy: 'staff-agent', receivedOn: '2026-02-27', dueOn: '2026-03-27' });
  await untilAsked(world, request);
  expect((await caseOf(id!)).tasks.filter(({ kind }) => kind === 'post')).toHaveLength(2);

  const path = `/staff/requests/${id}`;
  const hidden = await browser.get(path);
  expect(hidden.html).not.toMatch(/Erika|Am Linden 1, 10117/);
  const shown = wordsOf((await browser.post(`${path}/person`, {})).html);
  for (const word of ['Erika Mustermann', 'Am Linden 1, 10117 Berlin', LETTER.note]) expect(shown).toContain(word);
  const scan = request.mails[0]!.mail;
  expect(wordsOf((await browser.get(`${path}/mails/${scan}`)).html)).toContain(LETTER.note);
  const paper = await browser.raw(`${path}/mails/${scan}/papers/0`);
  expect(await paper.text()).toBe('%PDF-1.7 the letter');

  await browser.post(`${path}/write`, { subject: 'Ihr Brief', words: 'Wir haben ihn gelesen.', step: 'confirm' });
  await sweep({}, world);
  expect((await caseOf(id!)).mails.map(({ kind }) => kind)).toContain('message#1');
  const after = wordsOf((await browser.post(`${path}/person`, {})).html);
  expect(after).toContain('1. Ihr Brief Wir haben ihn gelesen.');
  expect(worlds.logged()).not.toMatch(/Erika|Linden|Brief|gelesen/);
});
