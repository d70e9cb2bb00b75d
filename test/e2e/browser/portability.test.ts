/** Taking one's data along in a real browser: the set of Art. 20, readable for programs. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { DEMO_PEOPLE } from '../../../lib/demo/people.ts';
import type { FulfilmentReceipt } from '../../../lib/receipts/payload.ts';
import { linkTo } from '../laptop.ts';
import { expectProof, freshAddress, openPackage, receiptIn } from './answer.ts';
import { fillForm, sendForm, wordsOf } from './form.ts';
import { fetchInterrupted, leaks, sha256 } from './package-files.ts';
import { payloadOf } from './receipt-tools.ts';
import { absent, openStage, type Stage, type Visitor } from './stage.ts';
import { story } from './story.ts';

const [, JONAS] = DEMO_PEOPLE;

describe.skipIf(absent.length > 0)('portability in a browser, on a phone, without JavaScript', () => {
  const it = story();
  const answers = {
    rights: ['portability'] as ['portability'],
    email: JONAS.email,
    name: JONAS.name,
    place: 'Austria',
    lang: 'en' as const,
  };
  const m = wordsOf(answers);
  let stage: Stage;
  let directory: string;
  let visitor: Visitor;
  let zip: Buffer;
  let folder: string;

  beforeAll(async () => {
    stage = await openStage();
    directory = mkdtempSync(path.join(tmpdir(), 'quittance-portability-'));
  });
  afterAll(async () => {
    await stage?.close();
    if (directory !== undefined) rmSync(directory, { recursive: true, force: true });
  });

  const files = (): string[] =>
    execFileSync('find', ['portability', '-name', '*.json', '-not', '-name', '*.schema.json'], { cwd: folder, encoding: 'utf8' })
      .trim()
      .split('\n');
  const read = (name: string): unknown => JSON.parse(readFileSync(path.join(folder, name), 'utf8'));

  it('is asked for and confirmed', async () => {
    visitor = await stage.visitor('portability', { javaScriptEnabled: false, viewport: { width: 320, height: 640 }, hasTouch: true });
    await fillForm(visitor, answers);
    await visitor.look('check');
    await sendForm(visitor, answers);
    await visitor.look('confirmation');
    await visitor.page.goto(linkTo(await stage.laptop.waitForMail({ to: JONAS.email, subject: /confirm/ }), '/verify-address/'));
    await visitor.look('confirm-address');
    await visitor.press(visitor.page.getByRole('button', { name: m.case.address.linkButton }));
  });

  it('is downloaded over a connection that breaks, and the receipt names it', async () => {
    const mail = await stage.laptop.waitForMail({ to: JONAS.email, subject: /ready/ });
    await visitor.page.goto(linkTo(mail, '/download/'));
    await visitor.look('download');
    zip = await fetchInterrupted(() => freshAddress(linkTo(mail, '/download/')));
    await expect(visitor.page.locator('main').innerText()).resolves.toContain(sha256(zip));
    const jws = await receiptIn(stage.laptop, mail);
    expect(payloadOf<FulfilmentReceipt>(jws)).toMatchObject({
      kind: 'fulfilment',
      request: { rights: ['portability'] },
      package: { parts: [{ sha256: sha256(zip) }] },
    });
    await expectProof(stage.laptop, jws);
    expect(await visitor.findings()).toEqual([]);
    expect(await visitor.context.cookies()).toEqual([]);
  });

  it('the package opens offline, and every folder the download page names is there', async () => {
    const reader = await stage.visitor('portability-package', { offline: true });
    folder = await openPackage(reader, zip, { directory, label: 'jonas' });
    const inside = (await visitor.page.locator('main li').allInnerTexts())
      .map((text) => /^([\w.]+):/.exec(text)?.[1])
      .filter((name) => name !== undefined);
    expect(inside).toContain('portability');
    expect(inside.filter((name) => !existsSync(path.join(folder, name)))).toEqual([]);
    expect(leaks(zip, folder, JONAS.secrets)).toEqual([]);
    expect(await reader.findings()).toEqual([]);
  });

  it('holds what he gave and caused, and not what was derived or rests on other grounds', () => {
    expect(read('portability/shop/customers.json')).toMatchObject([{ email: JONAS.email, first_name: 'Jonas', last_name: 'Feld' }]);
    expect(read('portability/shop/orders.json')).toMatchObject([{ placed_on: '2011-02-11', currency: 'EUR' }]);
    expect(read('portability/shop/customers.json')).not.toMatchObject([{ segment: expect.anything() as unknown }]);
    // Sign-ins rest on legitimate interests, invoices on a legal obligation: Art. 20(1)(a) GDPR covers neither.
    for (const dataset of ['login_events', 'sessions', 'invoices', 'identity_checks'])
      expect(files()).not.toContain(`portability/shop/${dataset}.json`);
    return Promise.resolve();
  });

  it('every dataset fits its own JSON Schema and has the same rows as CSV', () => {
    expect(files().length).toBeGreaterThan(3);
    for (const file of files()) {
      const rows = read(file) as unknown[];
      const valid = new Ajv2020({ strict: true }).compile(read(file.replace(/json$/, 'schema.json')) as object);
      expect({ file, valid: valid(rows), errors: valid.errors }).toEqual({ file, valid: true, errors: null });
      const csv = readFileSync(path.join(folder, file.replace(/json$/, 'csv')), 'utf8');
      expect({ file, lines: csv.trim().split('\n').length }).toEqual({ file, lines: rows.length + 1 });
    }
    return Promise.resolve();
  });
});
