/** The page of a receipt: proof and newer receipt, and how it comes out of a printer. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acknowledgementIn, deletionOf } from '../../receipts/document/sample-payloads.ts';
import { chromiumPath, contextFor, launch, type Browser } from '../browser.ts';
import { get, openWorld } from './browse.ts';

const path = chromiumPath();
if (path === undefined) console.warn('SKIPPED: receipts were not printed, as there is no Chromium (set CHROMIUM_PATH)');

describe('the page of a receipt', () => {
  it('says that its log entry follows until there is a proof, and then hands it out', async () => {
    const { app, port } = openWorld();
    const { id, ...rest } = deletionOf(2);
    const jws = await port.issue({ id, ...rest }, `rcp_${id}`);
    const before = await get(app, `/receipts/${id}`);
    expect(before.text).toContain('The entry in our public log follows');
    expect([before.html.includes('.tlog-proof'), (await get(app, `/receipts/${id}.tlog-proof`)).status]).toEqual([false, 404]);
    port.receipts.set(`rcp_${id}`, { jws, payload: { id, ...rest }, proof: 'c2sp.org/tlog-proof@v1\n' });
    const after = await get(app, `/receipts/${id}`);
    expect(after.text).not.toContain('The entry in our public log follows');
    expect(after.html).toContain(`<a href="/receipts/${id}.tlog-proof" download>`);
    const file = await get(app, `/receipts/${id}.tlog-proof`);
    expect([file.html, file.headers.get('content-disposition')]).toEqual([
      'c2sp.org/tlog-proof@v1\n',
      `attachment; filename="receipt-${id}.tlog-proof"`,
    ]);
  });
});

describe.skipIf(path === undefined)('printed from a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch(path!);
  });
  afterAll(async () => browser.close());

  it.each([
    ['a deletion in 12 systems', deletionOf(12)],
    ['a deletion in 12 systems, in German', deletionOf(12, 'de')],
    ['an acknowledgement', acknowledgementIn('en')],
  ])('%s is one page of A4', async (_name, payload) => {
    const { app, port } = openWorld();
    await port.issue(payload, `rcp_${payload.id}`);
    const context = await contextFor(browser, app);
    const page = await context.newPage();
    await page.goto(`/receipts/${payload.id}`);
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
    await context.close();
  });
});
