/** Asking for a copy of one's data in a real browser, from the start page to the opened package. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { DEMO_PEOPLE } from '../../../lib/demo/people.ts';
import { codeOf, linkTo } from '../laptop.ts';
import { expectProof, freshAddress, openPackage, receiptIn } from './answer.ts';
import { chooseRights, fillForm, goOn, referenceOn, sayWhere, sayWho, sendForm, wordsOf } from './form.ts';
import { fetchInterrupted, leaks, sha256 } from './package-files.ts';
import { payloadOf, tampered } from './receipt-tools.ts';
import { decideReview, signIn } from './staff.ts';
import { absent, openStage, type Stage, type Visitor } from './stage.ts';
import { story } from './story.ts';

const [MARA, , LEA] = DEMO_PEOPLE;

interface Receipt {
  kind: string;
  text: string;
  request: { ref: string; rights: string[]; dueOn: string };
  package?: { parts: { name: string; sha256: string; bytes: number }[] };
}

describe.skipIf(absent.length > 0)('access in a browser', () => {
  let stage: Stage;
  let directory: string;

  beforeAll(async () => {
    stage = await openStage();
    directory = mkdtempSync(path.join(tmpdir(), 'quittance-access-'));
  });
  afterAll(async () => {
    await stage?.close();
    if (directory !== undefined) rmSync(directory, { recursive: true, force: true });
  });

  describe('without JavaScript, by keyboard alone, confirmed with the code', () => {
    const answers = { rights: ['access'] as const, email: MARA.email, name: MARA.name, place: 'Germany' };
    const it = story();
    let visitor: Visitor;
    let reference: string;
    let due: string;
    let statusUrl: string;

    it('the form says what is wrong, keeps what was typed, and shows the date before it is sent', async () => {
      visitor = await stage.visitor('access-nojs', { javaScriptEnabled: false });
      const m = wordsOf({});
      await visitor.page.goto('/');
      await visitor.look('start');
      await visitor.press(visitor.page.getByRole('link', { name: m.site.start.button, exact: true }));
      await visitor.look('rights');
      await goOn(visitor, m);
      await expect(visitor.page.title()).resolves.toMatch(/^Error:/);
      await visitor.look('rights-error');
      await visitor.tabTo(visitor.page.getByRole('link', { name: m.form.errors.rightsMissing }));
      await visitor.page.keyboard.press('Enter');
      await chooseRights(visitor, { rights: ['access'] });
      await goOn(visitor, m);
      await visitor.look('where');
      await sayWhere(visitor, answers);
      await goOn(visitor, m);
      await visitor.look('who');
      await sayWho(visitor, { email: 'mara winter at example', name: MARA.name });
      await goOn(visitor, m);
      await visitor.look('who-error');
      const summary = visitor.page.getByRole('alert');
      await expect(summary.innerText()).resolves.toContain(m.form.errors.emailWrong);
      await expect(visitor.page.getByRole('textbox', { name: m.form.who.email }).inputValue()).resolves.toBe('mara winter at example');
      await expect(visitor.page.getByRole('textbox', { name: m.form.optional(m.form.who.name) }).inputValue()).resolves.toBe(MARA.name);
      await sayWho(visitor, answers);
      await goOn(visitor, m);
      await visitor.look('check');
      const check = await visitor.page.locator('main').innerText();
      for (const said of [MARA.email, MARA.name, 'Germany', m.words.receipt.rights.access])
        expect(check.toLowerCase()).toContain(said.toLowerCase());
      due = /by (\w+day,? \d+ \w+ \d{4})/.exec(check)![1]!;
    });

    it('the confirmation names the reference, the exact date and the address', async () => {
      reference = await sendForm(visitor, {});
      await visitor.look('confirmation');
      const text = await visitor.page.locator('main').innerText();
      expect(text).toContain(due);
      expect(text).toContain(MARA.email);
      statusUrl = visitor.page.url().replace(/\?.*/, '');
      expect(new URL(statusUrl).pathname).toMatch(/^\/status\/[\w-]{43}$/);
    });

    it('a wrong code is refused and the right one, typed with a space, is taken', async () => {
      const m = wordsOf({});
      const mail = await stage.laptop.waitForMail({ to: MARA.email, subject: /confirm/ });
      expect(mail.subject).toContain(reference);
      const code = codeOf(mail);
      const field = visitor.page.getByRole('textbox', { name: m.case.address.code });
      await visitor.type(field, code === '000000' ? '000001' : '000000');
      await visitor.press(visitor.page.getByRole('button', { name: m.case.address.submit, exact: true }));
      await visitor.look('wrong-code');
      await expect(visitor.page.getByRole('alert').innerText()).resolves.toContain(m.case.address.wrong);
      await visitor.type(field, `${code.slice(0, 3)} ${code.slice(3)}`);
      await visitor.press(visitor.page.getByRole('button', { name: m.case.address.submit, exact: true }));
      await visitor.look('confirmed');
      await expect(visitor.page.locator('main').innerText()).resolves.toContain(m.case.status.confirmed);
    });

    it('a reviewer sees what is about others and releases none of it', async () => {
      const reviewer = await signIn(stage, 'reviewer');
      await reviewer.look('board');
      const { states } = wordsOf({}).words;
      await visitor.page.goto(visitor.page.url().replace(/\?.*/, ''));
      await visitor.until(states['in-review'].heading);
      await visitor.look('in-review');
      // Whoever sent the form does not learn that data about others was found.
      const sender = await stage.visitor('access-sender');
      await sender.page.goto(statusUrl);
      await expect(sender.title()).resolves.toBe(states['in-progress'].heading);
      await decideReview(reviewer, reference, { look: 'review' });
      await reviewer.look('after-review');
      expect(await reviewer.findings()).toEqual([]);
    });

    it('the package comes whole over a connection that breaks, and is what page and receipt say', async () => {
      const mail = await stage.laptop.waitForMail({ to: MARA.email, subject: /ready/ });
      expect(`${mail.text}${mail.html}`).not.toContain(MARA.name);
      const downloadUrl = linkTo(mail, '/download/');
      await visitor.page.goto(downloadUrl);
      await visitor.look('download');
      const shown = await visitor.page.locator('main').innerText();
      const zip = await fetchInterrupted(() => freshAddress(downloadUrl));
      const jws = await receiptIn(stage.laptop, mail);
      const receipt = payloadOf<Receipt>(jws);
      expect(receipt).toMatchObject({ kind: 'fulfilment', request: { ref: reference, rights: ['access'] } });
      expect(receipt.package!.parts).toMatchObject([{ sha256: sha256(zip), bytes: zip.length }]);
      expect(shown).toContain(sha256(zip));
      const download = visitor.page.waitForEvent('download');
      await visitor.page
        .getByRole('link', { name: /your-data|Download/ })
        .first()
        .click();
      expect(sha256(readFileSync(await (await download).path()))).toBe(sha256(zip));
      writeFileSync(path.join(directory, 'mara.zip'), zip);
    });

    it('the package opens offline, holds what is hers and nothing that is secret or about others', async () => {
      const reader = await stage.visitor('access-package', { offline: true });
      const zip = readFileSync(path.join(directory, 'mara.zip'));
      const folder = await openPackage(reader, zip, { directory, label: 'mara' });
      const text = await reader.page.locator('body').innerText();
      for (const held of [MARA.email, 'Mara', 'Please ring twice', 'Warm and soft.', 'Delivery late', 'Musterhosting AG'])
        expect(text).toContain(held);
      expect(leaks(zip, folder, [MARA.email])).toContain(`index.html: ${MARA.email}`);
      expect(leaks(zip, folder, MARA.secrets)).toEqual([]);
      expect(await reader.findings()).toEqual([]);
    });

    it('acknowledgement and answer are receipts that three programs accept, and refuse when changed', async () => {
      for (const subject of [/received/, /ready/]) {
        await expectProof(stage.laptop, await receiptIn(stage.laptop, await stage.laptop.waitForMail({ to: MARA.email, subject })));
      }
    });

    it('the status page tells the whole story, and nothing was wrong with any page', async () => {
      const person = linkTo(await stage.laptop.waitForMail({ to: MARA.email, subject: /ready/ }), '/status/');
      await visitor.page.goto(person);
      await visitor.look('status-person');
      await expect(visitor.page.getByRole('heading', { level: 1 }).innerText()).resolves.toBe(wordsOf({}).words.states.answered.heading);
      await visitor.page.goto(statusUrl);
      await visitor.look('status-submitter');
      expect(await visitor.findings()).toEqual([]);
      expect(await visitor.context.cookies()).toEqual([]);
    });
  });

  describe('in German, dark, with JavaScript, confirmed with the link', () => {
    const answers = { rights: ['access'] as ['access'], email: LEA.email, name: LEA.name, place: 'Deutschland', lang: 'de' as const };
    const it = story();
    let visitor: Visitor;
    let reference: string;

    it('every page is free of faults that axe sees', async () => {
      visitor = await stage.visitor('access-de', { colorScheme: 'dark', locale: 'de-DE' });
      const m = wordsOf(answers);
      for (const [label, url] of [
        ['start', '/'],
        ['privacy', '/privacy'],
        ['verify', '/verify'],
        ['missing', '/nothing-here'],
        ['rights', '/request/rights'],
      ] as const) {
        await visitor.page.goto(url);
        await visitor.look(label);
        await expect(visitor.page.locator('html').getAttribute('lang')).resolves.toBe('de');
      }
      await goOn(visitor, m);
      expect(await visitor.page.getByRole('alert').evaluate((element) => element.matches(':focus'))).toBe(true);
      await visitor.look('rights-error');
      await fillForm(visitor, answers);
      await visitor.look('check');
      reference = await sendForm(visitor, answers);
      await visitor.look('confirmation');
      expect(await visitor.findings()).toEqual([]);
    });

    it('the mailed link leads to a button, and the button to the status page of the person', async () => {
      const m = wordsOf(answers);
      const mail = await stage.laptop.waitForMail({ to: LEA.email, subject: /best[äa]tig/i });
      await visitor.page.goto(linkTo(mail, '/verify-address/'));
      await visitor.look('confirm-address');
      await visitor.press(visitor.page.getByRole('button', { name: m.case.address.linkButton }));
      await visitor.look('confirmed');
      expect(await referenceOn(visitor)).toBe(reference);
      await visitor.page.goto(linkTo(mail, '/verify-address/'));
      await visitor.press(visitor.page.getByRole('button', { name: m.case.address.linkButton }));
      await visitor.look('confirmed-twice');
    });

    it('what the reviewer released is in the package, and only that', async () => {
      const reviewer = await signIn(stage, 'reviewer');
      await expect
        .poll(async () => (await reviewer.page.goto('/staff/tasks'), reviewer.page.locator('main').innerText()), {
          timeout: 60_000,
          interval: 500,
        })
        .toContain(reference);
      await reviewer.look('tasks');
      await decideReview(reviewer, reference, { release: ['body'] });
      const mail = await stage.laptop.waitForMail({ to: LEA.email, subject: /bereit/ });
      await visitor.page.goto(linkTo(mail, '/download/'));
      await visitor.look('download');
      const zip = await fetchInterrupted(() => freshAddress(linkTo(mail, '/download/')));
      const reader = await stage.visitor('access-de-package', { offline: true, colorScheme: 'dark' });
      const folder = await openPackage(reader, zip, { directory, label: 'lea' });
      const [hash, friend, friendMail] = LEA.secrets;
      await expect(reader.page.locator('body').innerText()).resolves.toContain(friend);
      expect(leaks(zip, folder, [hash, friendMail])).toEqual([]);
      expect(await reader.findings()).toEqual([]);
      expect(await reviewer.findings()).toEqual([]);
      expect(await visitor.findings()).toEqual([]);
      expect(await visitor.context.cookies()).toEqual([]);
    });

    it('the receipt can be read on its page and checked on the page for it', async () => {
      const m = wordsOf(answers);
      const jws = await receiptIn(stage.laptop, await stage.laptop.waitForMail({ to: LEA.email, subject: /bereit/ }));
      await visitor.page.goto('/verify');
      await visitor.type(visitor.page.getByRole('textbox', { name: m.verify.field }), jws);
      await visitor.tabTo(visitor.page.getByRole('button', { name: m.verify.submit, exact: true }));
      await visitor.page.keyboard.press('Enter');
      await visitor.page.getByRole('status').getByText(m.verify.verdicts.genuine.title, { exact: true }).waitFor();
      await visitor.look('verify-genuine');
      await visitor.page.goto('/verify');
      await visitor.type(visitor.page.getByRole('textbox', { name: m.verify.field }), tampered(jws));
      await visitor.tabTo(visitor.page.getByRole('button', { name: m.verify.submit, exact: true }));
      await visitor.page.keyboard.press('Enter');
      await visitor.page.getByRole('status').getByText(m.verify.verdicts.changed.title, { exact: true }).waitFor();
      await visitor.look('verify-changed');
      await visitor.page.goto(`/receipts/${payloadOf<{ id: string }>(jws).id.replace(/^rcp_/, '')}`);
      await visitor.look('receipt');
      expect(await visitor.findings()).toEqual([]);
    });
  });
});
