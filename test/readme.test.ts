/** The README is true: its commands run, its links exist, and the life of a request is in order. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { signedSample } from './receipts/signed-sample.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const readme = readFileSync(path.join(ROOT, 'README.md'), 'utf8');
const links = [...readme.matchAll(/\]\(([^)#:]+)\)/g)].map((match) => match[1]!);
const commands = [...readme.matchAll(/```sh\n([^]*?)```/g)].flatMap((match) => match[1]!.trim().split('\n'));
const { scripts } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { scripts: Record<string, string> };

const folder = mkdtempSync(path.join(tmpdir(), 'quittance-readme-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the README', () => {
  it('fits on one screen plus links', () => {
    expect(readme.split('\n').length).toBeLessThanOrEqual(80);
  });

  it('links to files that exist', () => {
    expect(links.filter((link) => !existsSync(path.join(ROOT, link)))).toEqual([]);
  });

  it('lists the steps of a request in order, each file naming its step in its first sentence', () => {
    const section = readme.slice(readme.indexOf('## Life of a request'), readme.indexOf('## Make it yours'));
    const steps = [...section.matchAll(/^(\d+)\. \[([\w-]+)\]\(([^)]+)\)/gm)].map(([, number, name, file]) => ({
      number: Number(number),
      name,
      file: file!,
    }));
    expect(steps.map(({ number }) => number)).toEqual(steps.map((_, place) => place + 1));
    for (const { name, file } of steps) {
      expect(path.basename(file, '.ts')).toBe(name);
      expect(readFileSync(path.join(ROOT, file), 'utf8')).toMatch(new RegExp(`^/\\*\\* ${name}: `));
    }
    expect(steps.map(({ name }) => name)).toEqual([
      ...['intake', 'acknowledge', 'assess-request', 'plan-systems', 'verify-requester', 'find', 'export', 'erase', 'verify'],
      ...['hand-to-person', 'record-wave', 'review-and-redact', 'package-response', 'issue-receipt', 'deliver', 'await-fetch', 'sweep'],
    ]);
  });

  it('names npm scripts that exist', () => {
    const named = [...readme.matchAll(/`npm (?:run )?([\w:]+)`/g)].map((match) => match[1]!);
    expect(named.filter((name) => name !== 'ci' && !(name in scripts))).toEqual([]);
  });

  it('holds only commands that a test runs', () => {
    // The first is run from a fresh clone by test/e2e/newcomer.test.ts, the second by test/e2e/mail.test.ts, the third below.
    expect(commands).toEqual([
      'npm ci && npm start',
      'npx quittance mail deliver docs/letter.eml',
      'npx quittance verify receipt.jws --keys keys.json',
    ]);
  });

  it('checks a receipt with the command it prints', async () => {
    const { jws, keys } = await signedSample();
    writeFileSync(path.join(folder, 'receipt.jws'), jws);
    writeFileSync(path.join(folder, 'keys.json'), JSON.stringify({ keys }));
    const verify = (file: string): string =>
      execFileSync('npx', ['quittance', 'verify', path.join(folder, file), '--keys', path.join(folder, 'keys.json')], {
        cwd: ROOT,
        encoding: 'utf8',
      });
    expect(verify('receipt.jws')).toContain('Genuine.');
    writeFileSync(
      path.join(folder, 'changed.jws'),
      jws.replace(/\.(.)/, (_, first: string) => `.${first === 'e' ? 'f' : 'e'}`),
    );
    expect(() => verify('changed.jws')).toThrow();
  });
});
