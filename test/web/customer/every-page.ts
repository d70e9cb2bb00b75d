/** Every page of the customer web in every state worth looking at: for markup checks, axe and the eye. */
import { newId } from '../../../lib/domain/ids.ts';
import type { Question } from '../../../lib/domain/law/law.ts';
import { requestOf } from '../../../lib/domain/request.ts';
import { get, openWorld, post, postAs, type Fields } from './browse.ts';
import { configuration, FakePort, NOW, readyDownload } from './fake-port.ts';
import { deletionPayload, denialPayload } from './payloads.ts';

export const ANSWERS: Fields = {
  rights: ['access', 'erasure'],
  note: 'Orders of 2025',
  email: 'anna.lindqvist@example.com',
  name: 'Anna Lindqvist',
  'identifiers.customerNumber': 'K-4711',
  behalf: 'yes',
  'onBehalfOf.name': 'Per Lindqvist',
  'onBehalfOf.relation': 'Parent',
  residence: 'DE',
};

type Case = FakePort['cases'][number];

const at = (minutes: number): string => new Date(NOW + minutes * 60_000).toISOString();

function newCase(port: FakePort, rights: ('access' | 'erasure')[] = ['access', 'erasure']): Case {
  return port.openCase({ rights, person: { email: 'anna.lindqvist@example.com', identifiers: {} }, lang: 'en', channel: 'web' });
}

/** A letter that nobody has made sense of yet. */
export function caseUnsorted(port: FakePort): Case {
  const letter = { mail: 'letter', authenticated: false };
  return port.openCase({ rights: [], letter, person: { email: 'anna@example.com', identifiers: {} }, lang: 'en', channel: 'email' });
}

/** A case that has been confirmed, planned and partly answered. */
export function caseInProgress(port: FakePort): Case {
  const one = newCase(port);
  port.add(one, 'verified', { method: 'code' });
  port.add(one, 'planned', { waves: [['shop'], ['crm']], passes: ['export', 'erase'] });
  port.add(one, 'wave-done', {
    pass: 'export',
    round: 1,
    wave: 0,
    outcomes: [{ system: 'shop', pass: 'export', outcome: 'exported', found: 42, datasets: [], at: at(9) }],
  });
  port.add(one, 'task-opened', { taskId: newId('task', NOW), kind: 'system-failed', system: 'crm', pass: 'export' });
  return one;
}

/** A case whose package waits to be fetched before the deletion. */
export function caseReady(port: FakePort): Case {
  const one = caseInProgress(port);
  const task = requestOf(one.events, configuration)!.tasks[0]!;
  port.add(one, 'task-done', { taskId: task.taskId, by: 'staff', outcome: 'done' });
  port.add(one, 'wave-done', {
    pass: 'export',
    round: 1,
    wave: 1,
    outcomes: [{ system: 'crm', pass: 'export', outcome: 'not-found', found: 0, datasets: [], at: at(12) }],
  });
  port.add(one, 'packaged', {
    round: 1,
    parts: [{ name: 'your-data.zip', bytes: 4231, sha256: 'ab'.repeat(32) }],
    files: 12,
    manifestSha256: 'cd'.repeat(32),
    interim: false,
    empty: false,
  });
  port.add(one, 'receipt-issued', { receiptId: newId('rcp', NOW), kind: 'request', interim: false });
  port.add(one, 'receipt-issued', { receiptId: newId('rcp', NOW + 1), kind: 'fulfilment', interim: false });
  port.add(one, 'delivered', { pass: 'export', round: 1, mailId: 'm3', readyAt: at(14), until: at(14 + 30 * 24 * 60), outstanding: [] });
  return one;
}

/** A case that is finished, with its working data erased. */
export function caseClosed(port: FakePort): Case {
  const one = caseReady(port);
  port.add(one, 'package-fetched', { part: 1 });
  port.add(one, 'fetch-ended', { how: 'fetched' });
  for (const [wave, system] of ['shop', 'crm'].entries()) {
    const outcome = system === 'shop' ? ('retained' as const) : ('deleted' as const);
    port.add(one, 'wave-done', {
      pass: 'erase',
      round: 1,
      wave,
      outcomes: [{ system, pass: 'erase', outcome, found: 42, datasets: [], at: at(20), verifiedAt: at(21) }],
    });
  }
  const deletion = newId('rcp', NOW + 2);
  port.add(one, 'receipt-issued', { receiptId: deletion, kind: 'deletion', interim: false });
  port.add(one, 'closed', { outcome: 'answered' });
  port.add(one, 'correction-asked', { receiptId: deletion, by: 'renate', text: 'We deleted 2 records.', reason: 'One was counted twice.' });
  port.add(one, 'receipt-issued', { receiptId: newId('rcp', NOW + 3), kind: 'correction', interim: false, supersedes: deletion });
  port.add(one, 'purged', { purgedAt: at(60), irrecoverableFrom: at(60 + 7 * 24 * 60) });
  port.add(one, 'receipt-issued', { receiptId: newId('rcp', NOW + 4), kind: 'closure', interim: false });
  return one;
}

/** Brands and systems that the company runs for others. */
export function withOthers(port: FakePort): FakePort {
  const kiosk = { name: 'Kiosk AG', address: 'Seeweg 3, Zürich', country: 'CH', email: 'privacy@kiosk.example' };
  const crm = port.configuration.systems['crm']!;
  port.configuration = {
    ...port.configuration,
    brands: {
      muster: { label: { en: 'Muster', de: 'Muster' }, role: 'controller' },
      kiosk: { label: { en: 'The Kiosk', de: 'Der Kiosk' }, role: 'processor', controller: kiosk },
    },
    systems: {
      ...port.configuration.systems,
      rooms: { ...crm, label: { en: 'Rooms', de: 'Zimmer' }, role: 'processor', onBehalfOf: { ...kiosk, name: 'Hotel SA' } },
    },
  };
  const person = {
    email: 'anna.lindqvist@example.com',
    name: 'Anna <Lindqvist>',
    identifiers: { customerNumber: 'K-4711' },
    note: 'my card',
  };
  const one = port.openCase({ rights: ['access', 'erasure'], person, lang: 'en', channel: 'web' });
  port.add(one, 'passed-on', { to: 'Kiosk AG', contact: 'privacy@kiosk.example', systems: ['rooms'], mailId: 'm9' });
  const request = requestOf(one.events, configuration)!;
  port.passed = { request, passed: request.passedOn[0]!, person };
  return port;
}

/** A case that was refused. */
export function caseDenied(port: FakePort): Case {
  const one = newCase(port, ['erasure']);
  port.add(one, 'verified', { method: 'link' });
  port.add(one, 'refused', {
    by: 'staff',
    scope: 'full',
    grounds: [{ code: 'justifications:LegalClaim', law: 'GDPR Art. 17(3)(e)', text: 'We need the data for a claim before a court.' }],
  });
  port.add(one, 'closed', { outcome: 'denied' });
  return one;
}

const ASKED = { about: 'identity' as const, laws: ['eu-gdpr'], lang: 'en' };

/** A question the person has not answered. */
export function caseAsked(port: FakePort, { about, laws, lang }: { about: Question; laws: string[]; lang: string }): Case {
  const one = port.openCase({ rights: ['access'], person: { email: 'anna@example.com', identifiers: {} }, lang, channel: 'web', laws });
  port.add(one, 'verified', { method: 'link' });
  const sealed = 'In which month did you <b>open</b> the account?\n\nThe year is enough, too.';
  port.add(one, 'question-written', { number: 1, about, by: 'renate', sealed });
  port.add(one, 'asked', { number: 1, about, by: 'renate', mailId: 'm3', sealed });
  return one;
}

/** A refusal under a law that has an appeal. */
export function caseRefused(port: FakePort): Case {
  const one = port.openCase({
    rights: ['erasure'],
    person: { email: 'anna.lindqvist@example.com', identifiers: {} },
    lang: 'en',
    channel: 'web',
    laws: ['us-va'],
  });
  port.add(one, 'verified', { method: 'link' });
  const ground = { code: 'manifestly_unfounded_excessive_repetitive', law: 'Va. Code 59.1-577(B)(3)', text: 'You asked every week.' };
  port.add(one, 'refused', { by: 'staff', scope: 'full', rights: ['erasure'], grounds: [ground] });
  port.add(one, 'closed', { outcome: 'denied' });
  return one;
}

/** An appeal of which a part was granted, and the request it is about. */
export function caseAppealed(port: FakePort): { original: Case; appeal: Case } {
  const original = caseRefused(port);
  void port.appeal(original.personToken, 'You have the wrong person.');
  const appeal = port.cases.at(-1)!;
  const decision = {
    by: 'dora',
    decision: 'upheld',
    rights: [],
    stands: ['erasure'],
    reason: 'Nothing new.',
    article: 'Va. Code 59.1-577(C)',
  } as const;
  port.add(appeal, 'appeal-decided', { ...decision, rights: [], stands: ['erasure'] });
  port.add(appeal, 'closed', { outcome: 'denied' });
  return { original, appeal };
}

export interface Rendered {
  name: string;
  status: number;
  html: string;
}

type Render = () => Promise<{ status: number; html: string }>;

function formPages(world: ReturnType<typeof openWorld>): Record<string, Render> {
  const { app } = world;
  const { behalf: _, ...forOneself } = ANSWERS;
  return {
    start: () => get(app, '/'),
    'start-de': () => get(app, '/?lang=de'),
    rights: () => get(app, '/request/rights?right=access'),
    'rights-wrong': () => post(app, '/request/rights'),
    where: () => post(app, '/request/rights', { rights: ['access', 'erasure'] }),
    'where-wrong': () => post(app, '/request/where', { rights: 'access', residence: '' }),
    who: () => post(app, '/request/where', { rights: 'access', residence: 'DE' }),
    'who-wrong': () => post(app, '/request/who', { rights: 'access', email: 'anna@', name: 'x'.repeat(201) }),
    'for-someone-else': () => post(app, '/request/who', ANSWERS),
    'for-someone-else-wrong': () =>
      post(app, '/request/for-someone-else', { ...ANSWERS, 'onBehalfOf.name': '', 'onBehalfOf.relation': '' }),
    check: () => post(app, '/request/for-someone-else', ANSWERS),
    'check-de': () => post(app, '/request/who', { ...forOneself, lang: 'de' }),
    refused: () => post(app, '/request/check', { ...ANSWERS, website: 'https://spam.example' }),
    privacy: () => get(app, '/privacy'),
    'not-found': () => get(app, '/nowhere'),
    'unknown-case': () => get(app, '/status/guessed'),
    forbidden: () => postAs(app, '/request/rights', { headers: { 'sec-fetch-site': 'cross-site' } }),
    'verify-form': () => get(app, '/verify'),
    'verify-missing': () => post(app, '/verify', { jws: '' }),
    'verify-address': () => get(app, '/verify-address/some-token'),
    'verify-address-wrong': () => post(app, '/verify-address/guessed'),
  };
}

function passingOnPages({ app, port }: ReturnType<typeof openWorld>): Record<string, Render> {
  withOthers(port);
  const { behalf: _, ...forOneself } = ANSWERS;
  return {
    brand: () => post(app, '/request/rights', { rights: 'access' }),
    'brand-wrong-de': () => post(app, '/request/brand', { rights: 'access', brand: '', lang: 'de' }),
    'check-part': () => post(app, '/request/who', { ...forOneself, brand: 'not-sure' }),
    'check-passed-on': () => post(app, '/request/who', { ...forOneself, brand: 'kiosk' }),
    'check-not-granted': () => post(app, '/request/who', { ...forOneself, brand: 'muster', rights: ['access', 'limit'] }),
    'passed-on': () => get(app, '/passed-on/passed-on-token'),
    'passed-on-shown': () => post(app, '/passed-on/passed-on-token'),
    'passed-on-shown-de': () => post(app, '/passed-on/passed-on-token', { lang: 'de' }),
    'passed-on-unknown': () => get(app, '/passed-on/guessed'),
  };
}

function casePages({ app, port }: ReturnType<typeof openWorld>): Record<string, Render> {
  const fresh = newCase(port);
  const ready = caseReady(port);
  const status =
    (one: Case, person = true): Render =>
    () =>
      get(app, `/status/${person ? one.personToken : one.statusToken}`);
  port.downloadState = readyDownload(requestOf(ready.events, configuration)!);
  return {
    confirmation: () => get(app, `/status/${fresh.statusToken}?new=1`),
    'confirmation-de': () => get(app, `/status/${fresh.statusToken}?new=1&lang=de`),
    'status-waiting': status(fresh, false),
    'status-wrong-code': () => post(app, `/status/${fresh.statusToken}/code`, { code: '000 000' }),
    'status-resent': () => get(app, `/status/${fresh.statusToken}?done=resent`),
    'status-unsorted': status(caseUnsorted(port), false),
    'status-progress': status(caseInProgress(port)),
    'status-ready': status(ready),
    'status-closed': status(caseClosed(port)),
    'status-closed-submitter': status(caseClosed(port), false),
    'status-denied': status(caseDenied(port)),
    'status-refused': status(caseRefused(port)),
    'status-asked': status(caseAsked(port, ASKED)),
    'status-asked-fee': status(caseAsked(port, { ...ASKED, about: 'fee' })),
    'status-answer-wrong': () => post(app, `/status/${caseAsked(port, ASKED).personToken}/answer`, { number: '1', 'words-1': ' ' }),
    'status-appealed': status(caseAppealed(port).original),
    'status-appeal': status(caseAppealed(port).appeal),
    appeal: () => get(app, `/status/${caseRefused(port).personToken}/appeal`),
    'appeal-wrong': () => post(app, `/status/${caseRefused(port).personToken}/appeal`, { words: 'x'.repeat(2_001) }),
    'appeal-none-de': () => get(app, `/status/${caseDenied(port).personToken}/appeal?lang=de`),
    withdraw: () => get(app, `/status/${fresh.statusToken}/withdraw`),
    waive: () => get(app, `/status/${ready.personToken}/waive`),
    download: () => get(app, '/download/download-token'),
    'download-unknown': () => get(app, '/download/guessed'),
  };
}

async function receiptPages({ app, port }: ReturnType<typeof openWorld>): Promise<Record<string, Render>> {
  const deletion = deletionPayload();
  const denial = denialPayload();
  const jws = await port.issue(deletion, `rcp_${deletion['id']}`);
  await port.issue(denial, `rcp_${denial['id']}`);
  const stranger = await new FakePort().signed(deletion);
  const { port: elsewhere, app: other } = openWorld();
  const logged = deletionPayload();
  await elsewhere.issueLogged(logged, `rcp_${logged['id']}`);
  return {
    receipt: () => get(app, `/receipts/${deletion['id']}`),
    'receipt-denial': () => get(app, `/receipts/${denial['id']}?lang=de`),
    'receipt-unknown': () => get(app, `/receipts/${newId('rcp', NOW).slice(4)}`),
    'verify-genuine': () => get(app, `/verify?id=${deletion['id']}`),
    'verify-in-log': () => get(other, `/verify?id=${logged['id']}`),
    'verify-in-log-de': () => get(other, `/verify?id=${logged['id']}&lang=de`),
    'verify-changed': () => post(app, '/verify', { jws: `${jws.slice(0, -8)}AAAAAAAA` }),
    'verify-unknown': () => post(app, '/verify', { jws: stranger }),
  };
}

/** Renders them all. */
export async function everyPage(): Promise<Rendered[]> {
  const world = openWorld();
  const broken = openWorld();
  broken.port.broken = true;
  const crowded = openWorld();
  crowded.port.tooMany = true;
  const renders: Record<string, Render> = {
    ...formPages(world),
    ...casePages(world),
    ...passingOnPages(openWorld()),
    ...(await receiptPages(world)),
    problem: () => post(broken.app, '/request/check', ANSWERS),
    'too-many': () => post(crowded.app, '/request/check', ANSWERS),
  };
  const rendered: Rendered[] = [];
  for (const [name, render] of Object.entries(renders)) {
    const { status, html } = await render();
    rendered.push({ name, status, html });
  }
  return rendered;
}
