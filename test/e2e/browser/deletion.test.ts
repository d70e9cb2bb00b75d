/** Having one's data deleted in a real browser, looked at from the shop's own database. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { DEMO_PEOPLE } from '../../../lib/demo/people.ts';
import type { DeletionReceipt } from '../../../lib/receipts/payload.ts';
import { linkTo } from '../laptop.ts';
import { expectProof, freshAddress, openPackage, receiptIn } from './answer.ts';
import { type CrmState, crmState } from './crm-state.ts';
import { fillForm, sendForm, wordsOf } from './form.ts';
import { fetchInterrupted, leaks } from './package-files.ts';
import { payloadOf } from './receipt-tools.ts';
import { openShopState, type Rows, type ShopState } from './shop-state.ts';
import { absent, openStage, type Stage, type Visitor } from './stage.ts';
import { story } from './story.ts';

const [MARA, JONAS] = DEMO_PEOPLE;

describe.skipIf(absent.length > 0)('deletion in a browser', () => {
  let stage: Stage;
  let directory: string;

  beforeAll(async () => {
    stage = await openStage();
    directory = mkdtempSync(path.join(tmpdir(), 'quittance-deletion-'));
  });
  afterAll(async () => {
    await stage?.close();
    if (directory !== undefined) rmSync(directory, { recursive: true, force: true });
  });

  async function confirm(visitor: Visitor, email: string, subject: RegExp): Promise<void> {
    const mail = await stage.laptop.waitForMail({ to: email, subject });
    await visitor.page.goto(linkTo(mail, '/verify-address/'));
    await visitor.press(visitor.page.locator('main').getByRole('button'));
  }

  describe('of a customer whose recent order tax law keeps', () => {
    const it = story();
    const answers = { rights: ['erasure'] as ['erasure'], email: MARA.email, name: MARA.name, place: 'Germany' };
    let visitor: Visitor;
    let reference: string;
    let shop: ShopState;
    let before: { own: Rows; others: Record<string, string>; crm: CrmState };
    let receipt: DeletionReceipt;

    const ofYear = (rows: Rows['orders'], year: string): Rows['orders'] => rows.filter(({ placed_on: on }) => String(on).startsWith(year));

    it('what will be kept, and why, is said before the request is sent', async () => {
      shop = await openShopState(stage.laptop.postgres!.connectionString, MARA.customerId);
      before = { own: await shop.own(), others: await shop.others(), crm: crmState(stage.laptop.crmFile, MARA.customerId) };
      expect(before.own.orders).toHaveLength(2);
      expect(before.crm.own).toBeGreaterThan(0);
      visitor = await stage.visitor('deletion', { colorScheme: 'light' });
      await fillForm(visitor, answers);
      await visitor.look('check');
      const text = await visitor.page.locator('main').innerText();
      expect(text).toContain(wordsOf({}).form.check.keptTitle);
      expect(text).toContain('§ 147 AO');
      reference = await sendForm(visitor, {});
      expect(await shop.own()).toEqual(before.own);
    });

    it('after the confirmation it is done, and the mail says so in its subject', async () => {
      await confirm(visitor, MARA.email, /confirm/);
      const mail = await stage.laptop.waitForMail({ to: MARA.email, subject: /deleted/ });
      expect(mail.subject).toContain(reference);
      const jws = await receiptIn(stage.laptop, mail);
      receipt = payloadOf<DeletionReceipt>(jws);
      await expectProof(stage.laptop, jws);
      await visitor.page.goto(linkTo(mail, '/receipts/'));
      await visitor.look('receipt');
      await visitor.page.goto(linkTo(mail, '/status/'));
      await visitor.look('status');
      await expect(visitor.title()).resolves.toBe(wordsOf({}).words.states.answered.heading);
      expect(await visitor.findings()).toEqual([]);
      expect(await visitor.context.cookies()).toEqual([]);
    });

    it('exactly the rows that may go are gone, and what must go from kept rows is blank', async () => {
      const { own } = before;
      const [kept] = ofYear(own.orders, '2025');
      const ofKept = (rows: Rows['orders']): Rows['orders'] => rows.filter(({ order_id: id }) => id === kept!['id']);
      const nobody = Object.fromEntries(Object.keys(own.customers[0]!).map((column) => [column, null]));
      expect(await shop.own()).toEqual({
        customers: [{ ...nobody, id: MARA.customerId }],
        addresses: [],
        credentials: [],
        sessions: [],
        login_events: [],
        orders: [{ ...kept, delivery_address_id: null, note: null }],
        order_lines: ofKept(own.order_lines),
        payments: ofKept(own.payments).map((row) => ({ ...row, card_last4: null })),
        invoices: ofKept(own.invoices),
        support_messages: [],
        reviews: own.reviews.map((row) => ({ ...row, customer_id: null, author_name: 'Former customer' })),
        newsletter_subscriptions: [],
        loyalty_accounts: [],
        loyalty_points: [],
        wishlist_items: [],
        referrals: [],
        identity_checks: [],
      });
    });

    it('nobody else’s row has changed in any table, nor in the CRM', async () => {
      expect(await shop.others()).toEqual(before.others);
      expect(crmState(stage.laptop.crmFile, MARA.customerId)).toEqual({ own: 0, others: before.crm.others });
      await shop.close();
    });

    it('the receipt counts what went, names what stays with ground and last day, and says when backups are overwritten', () => {
      const { own } = before;
      const rows = Object.values(own).reduce((sum, list) => sum + list.length, 0);
      const [order] = ofYear(own.orders, '2025');
      const lines = own.order_lines.filter(({ order_id: id }) => id === order!['id']).length;
      expect(receipt).toMatchObject({
        kind: 'deletion',
        interim: false,
        scope: 'partial',
        status: 'dpv:RequestFulfilled',
        request: { ref: reference, rights: ['erasure'] },
      });
      const kept = receipt.systems
        .filter(({ outcome }) => outcome === 'retained')
        .map(({ dataset, records, retain }) => ({ dataset, records, law: retain?.law, until: retain?.until }));
      expect(kept).toEqual(
        expect.arrayContaining([
          { dataset: 'Customer account', records: 1, law: '§ 147 AO', until: '2035-12-31' },
          { dataset: 'Orders', records: 1, law: '§ 147 AO', until: '2035-12-31' },
          { dataset: 'Ordered goods', records: lines, law: '§ 147 AO', until: '2033-12-31' },
          { dataset: 'Payments', records: 1, law: '§ 147 AO', until: '2035-12-31' },
          { dataset: 'Invoices', records: 1, law: '§ 147 AO', until: '2033-12-31' },
        ]),
      );
      expect(receipt.totals.anonymised).toBe(own.reviews.length);
      expect(receipt.totals.failed).toBe(0);
      expect(receipt.totals.deleted + receipt.totals.anonymised + receipt.totals.retained).toBe(rows + before.crm.own);
      expect(receipt.backups.overwrittenBy > receipt.issuedAt.slice(0, 10)).toBe(true);
      for (const said of ['31 December 2033', '31 December 2035']) expect(receipt.text).toContain(said);
      expect(receipt.systems.filter(({ outcome }) => outcome === 'deleted').every(({ verifiedAt }) => verifiedAt !== undefined)).toBe(true);
      return Promise.resolve();
    });
  });

  describe('asked together with a copy, by a customer of whom nothing must be kept', () => {
    const it = story();
    const answers = {
      rights: ['access', 'erasure'] as ['access', 'erasure'],
      email: JONAS.email,
      name: JONAS.name,
      place: 'Österreich',
      lang: 'de' as const,
    };
    const m = wordsOf(answers);
    let visitor: Visitor;
    let shop: ShopState;
    let before: { own: Rows; others: Record<string, string>; crm: CrmState };
    let downloadUrl: string;

    it('the copy is ready and nothing is deleted', async () => {
      shop = await openShopState(stage.laptop.postgres!.connectionString, JONAS.customerId);
      before = { own: await shop.own(), others: await shop.others(), crm: crmState(stage.laptop.crmFile, JONAS.customerId) };
      visitor = await stage.visitor('copy-and-deletion', { colorScheme: 'dark', locale: 'de-AT' });
      await fillForm(visitor, answers);
      await visitor.look('check');
      await sendForm(visitor, answers);
      await confirm(visitor, JONAS.email, /best[äa]tig/i);
      const mail = await stage.laptop.waitForMail({ to: JONAS.email, subject: /bereit/ });
      downloadUrl = linkTo(mail, '/download/');
      // The day a deletion begins without a download is a promise: page and mail give the same.
      const beginsOn = /spätestens am (\d+\. \w+ \d{4})/.exec(mail.text ?? '')![1]!;
      await visitor.page.goto(linkTo(mail, '/status/'));
      await visitor.until(m.words.states.ready.heading);
      await visitor.look('ready');
      // A day later, the sweep has looked at it many times, and still nothing is deleted.
      await stage.laptop.advanceClock('P1D');
      await visitor.page.reload();
      await expect(visitor.title()).resolves.toBe(m.words.states.ready.heading);
      expect(await shop.own()).toEqual(before.own);
      const text = await visitor.page.locator('main').innerText();
      for (const said of [m.case.status.waitingFetch, beginsOn]) expect(text).toContain(said);
    });

    it('looking at the download page does not count as fetching', async () => {
      await visitor.page.goto(downloadUrl);
      await visitor.look('download');
      expect(await shop.own()).toEqual(before.own);
    });

    it('once it is fetched, everything is deleted and nobody else’s rows are touched', async () => {
      const zip = await fetchInterrupted(() => freshAddress(downloadUrl));
      const reader = await stage.visitor('copy-and-deletion-package', { offline: true, colorScheme: 'dark' });
      const folder = await openPackage(reader, zip, { directory, label: 'jonas' });
      expect(leaks(zip, folder, JONAS.secrets)).toEqual([]);
      expect(await reader.findings()).toEqual([]);
      const mail = await stage.laptop.waitForMail({ to: JONAS.email, subject: /gel[öo]scht/ });
      expect(await shop.own()).toEqual(Object.fromEntries(Object.keys(before.own).map((table) => [table, []])));
      expect(await shop.others()).toEqual(before.others);
      expect(crmState(stage.laptop.crmFile, JONAS.customerId)).toEqual(before.crm);
      const jws = await receiptIn(stage.laptop, mail);
      expect(payloadOf<DeletionReceipt>(jws)).toMatchObject({
        kind: 'deletion',
        scope: 'full',
        lang: 'de',
        totals: { retained: 0, failed: 0 },
      });
      await expectProof(stage.laptop, jws);
      await shop.close();
    });

    it('the status page tells both, and nothing was wrong with any page', async () => {
      await visitor.page.goto(linkTo(await stage.laptop.waitForMail({ to: JONAS.email, subject: /gel[öo]scht/ }), '/status/'));
      await visitor.until(m.words.states.answered.heading);
      await visitor.look('answered');
      await visitor.page.goto(downloadUrl);
      await visitor.look('download-again');
      expect(await visitor.findings()).toEqual([]);
      expect(await visitor.context.cookies()).toEqual([]);
    });
  });
});
