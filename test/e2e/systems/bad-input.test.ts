/** Bad input at the doors: a broken configuration, malformed bodies, replays, double submits, wrong and guessed codes. */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeOf, freePort, type Laptop, linkTo, startLaptop } from '../laptop.ts';
import { type Cloud, openCloud } from './cloud.ts';
import { keepTemplate, newHome, removeHome } from './homes.ts';

const ROOT = path.join(import.meta.dirname, '../../..');

let laptop: Laptop;
let cloud: Cloud;

beforeAll(async () => {
  const home = newHome();
  laptop = await startLaptop({ home });
  keepTemplate(home);
  cloud = openCloud(laptop);
});
afterAll(async () => {
  await laptop?.stop();
  if (laptop) removeHome(laptop.home);
});

/** Runs the command with a configuration file and says how it ended. */
async function startWith(configuration: string): Promise<{ code: number; output: string }> {
  const dir = mkdtempSync(path.join(tmpdir(), 'quittance-config-'));
  const file = path.join(dir, 'broken.config.ts');
  writeFileSync(file, configuration);
  const env = {
    PATH: process.env['PATH']!,
    HOME: dir,
    QUITTANCE_CONFIG: file,
    QUITTANCE_HOME: path.join(dir, 'home'),
    PORT: String(await freePort()),
    QUITTANCE_SMTP_PORT: '0',
  };
  const child = spawn(process.execPath, ['bin/quittance.ts', 'local'], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(child, 'exit');
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [code] = (await ended) as [number];
  rmSync(dir, { recursive: true, force: true });
  return { code, output: out + err };
}

const from = (place: string): string => JSON.stringify(path.join(ROOT, place));

describe('a broken configuration', () => {
  it('ends the start and lists every error at once: path, class of the value and remedy, never the value', async () => {
    const { code, output } = await startWith(`
import { defineQuittance } from ${from('lib/domain/config/define-quittance.ts')};
import { http } from ${from('lib/connectors/http.ts')};
export default defineQuittance({
  controller: { name: '', address: 'Somewhere 1', country: 'Atlantis', email: 'not-an-address-4711', url: 'https://example.org', zone: 'Mars/Olympus' },
  laws: ['eu-gdpr', 'no-such-law'],
  languages: ['en'],
  mailFrom: 42,
  recipients: [],
  systems: { crm: http({ label: 'CRM', secret: 'crm', datasets: {} }) },
});
`);
    expect(code).not.toBe(0);
    for (const place of ['controller.name', 'controller.country', 'controller.email', 'controller.zone', 'laws', 'mailFrom', 'systems.crm'])
      expect(output).toContain(place);
    expect(output).not.toContain('not-an-address-4711');
    expect(output).not.toContain('jsiiDeprecationWarnings');
    expect(output).not.toMatch(/^ +at .*node_modules/m);
  }, 60_000);

  it('ends the start with one sentence when the file cannot be read as a module', async () => {
    const { code, output } = await startWith('export default {{{');
    expect(code).not.toBe(0);
    expect(output).toContain('broken.config.ts');
  }, 60_000);
});

interface Problem {
  status: number;
  title: string;
  errors?: { field: string; message: string }[];
}

async function post(body: string, headers: Record<string, string> = {}): Promise<{ status: number; type: string; problem: Problem }> {
  const response = await fetch(`${laptop.url}/api/requests`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...headers },
    body,
  });
  return { status: response.status, type: response.headers.get('content-type') ?? '', problem: (await response.json()) as Problem };
}

const good = { rights: ['access'], email: 'nora.nirgends@example.com', residence: 'DE' };

describe('a malformed body', () => {
  it.for([
    ['no JSON', '{"rights":', '(body)'],
    ['a list', '[]', '(body)'],
    ['no rights', JSON.stringify({ ...good, rights: [] }), 'rights'],
    ['an unknown right', JSON.stringify({ ...good, rights: ['everything'] }), 'rights'],
    ['no address', JSON.stringify({ rights: ['access'] }), 'email'],
    ['an address with a line break', JSON.stringify({ ...good, email: 'a@example.com\r\nBcc: b@example.com' }), 'email'],
    ['a number for a name', JSON.stringify({ ...good, name: 7 }), 'name'],
    ['a place that is none', JSON.stringify({ ...good, residence: 'Neverland' }), 'residence'],
    ['an identifier nobody knows', JSON.stringify({ ...good, identifiers: { shoeSize: '44' } }), 'identifiers'],
    ['a field nobody knows', JSON.stringify({ ...good, admin: true }), 'admin'],
  ] as const)('with %s is answered 400, naming the field', async ([, body, field]) => {
    const { status, type, problem } = await post(body);
    expect(status).toBe(400);
    expect(type).toContain('application/problem+json');
    expect(problem.errors?.some((error) => error.field.startsWith(field))).toBe(true);
  });

  it('is refused by its type, its size and its missing key', async () => {
    expect((await post('rights=access', { 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(415);
    expect((await post(JSON.stringify({ ...good, name: 'x'.repeat(2_000_000) }))).status).toBe(413);
    const { status, problem } = await post(JSON.stringify(good), { 'idempotency-key': '' });
    expect(status).toBe(400);
    expect(problem.errors).toMatchObject([{ field: 'Idempotency-Key' }]);
  });

  it('leaves nothing behind', async () => {
    expect((await cloud.items('Requests')).filter(({ pk }) => !String(pk).startsWith('RATE#'))).toEqual([]);
  });
});

describe('the same submission again', () => {
  it('is one request, also when twenty arrive at once, with the same answer', async () => {
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 20 }, () => laptop.submit(good, key)));
    expect(new Set(answers.map((answer) => JSON.stringify({ ...answer, status: '' }))).size).toBe(1);
    const begun = (await cloud.items('Requests')).filter(({ type }) => type === 'received');
    expect(begun).toHaveLength(1);
    expect((await cloud.executions()).filter(({ name }) => name === answers[0]!.id)).toHaveLength(1);
  });

  it('is refused with another body', async () => {
    const key = randomUUID();
    await laptop.submit({ ...good, email: 'first@example.com' }, key);
    expect((await post(JSON.stringify({ ...good, email: 'second@example.com' }), { 'idempotency-key': key })).status).toBe(422);
  });
});

describe('a confirmation', () => {
  const form = (fields: Record<string, string>) => ({
    method: 'POST' as const,
    redirect: 'manual' as const,
    headers: { origin: laptop.url, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  });

  it('by a link that was changed, or belongs to nobody, changes nothing and reads the same', async () => {
    const answer = await laptop.submit({ ...good, email: 'links@example.com' });
    const link = linkTo(await laptop.verificationMail(answer, 'links@example.com'), '/verify-address/');
    const last = link.at(-1) === 'A' ? 'B' : 'A';
    const pages = [];
    for (const wrong of [`${link.slice(0, -1)}${last}`, `${link.slice(0, link.lastIndexOf('/'))}/nobody`]) {
      const response = await fetch(wrong, form({}));
      expect(response.status).toBe(400);
      pages.push((await response.text()).replaceAll(/nonce="[^"]*"|\/verify-address\/[\w-]+/g, ''));
    }
    expect(pages[0]).toBe(pages[1]);
    expect((await laptop.read(answer)).status).toBe('awaiting-verification');
  });

  it('by guessing is closed after ten attempts, the mailed link still works, and used twice it leads to the same page', async () => {
    const email = 'guessed@example.com';
    const answer = await laptop.submit({ ...good, email });
    const mail = await laptop.verificationMail(answer, email);
    const right = codeOf(mail);
    const wrong = String((Number(right) + 1) % 1_000_000).padStart(6, '0');
    for (let attempt = 0; attempt < 10; attempt += 1)
      expect((await fetch(`${answer.statusUrl}/code`, form({ code: wrong }))).status).toBe(400);
    const locked = await fetch(`${answer.statusUrl}/code`, form({ code: right }));
    expect(locked.status).not.toBe(303);
    expect((await laptop.read(answer)).status).toBe('awaiting-verification');
    const first = await laptop.confirm(answer, email);
    const second = await laptop.confirm(answer, email);
    expect(new URL(first).pathname).toBe(new URL(second).pathname);
    expect((await cloud.caseOf(answer.id)).events.filter(({ type }) => type === 'verified')).toHaveLength(1);
  });
});
