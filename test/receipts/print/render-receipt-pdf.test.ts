/** The printed receipt: what it says, how it is tagged, what is inside, and that it grows over pages without losing a row. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../lib/domain/languages.ts';
import { receiptDocument } from '../../../lib/receipts/document/receipt-document.ts';
import { renderReceiptPdf } from '../../../lib/receipts/print/render-receipt-pdf.ts';
import { anyPayload } from '../document/any-payload.ts';
import { saidBy } from '../document/said.ts';
import { acknowledgementIn, asJws, deletionOf, denialIn, otherKinds, VERIFY_URL } from '../document/sample-payloads.ts';
import { everyKind } from '../every-kind.ts';
import { fileIn, lacks, lettersOf, withPdf } from './pdf-tools.ts';

const zone = 'Europe/Berlin';
const PROOF = 'c2sp.org/tlog-proof@v1\nindex 7\n\nlog\n8\n';

async function print(payload: object, proof?: string): Promise<Uint8Array> {
  return await renderReceiptPdf({ jws: asJws(payload), proof, verifyUrl: VERIFY_URL, zone });
}

const squeezed = (text: string): string => text.replaceAll(/\s+/g, '');
const LABELLED = [
  ...[deletionOf(1), deletionOf(12), deletionOf(12, 'de'), acknowledgementIn('de'), denialIn('en'), denialIn('de')],
  ...otherKinds(),
  ...LANGUAGES.flatMap((lang) => everyKind(lang).filter(({ kind }) => kind === 'deletion')),
].map((payload) => ({ name: `${payload.kind} (${payload.lang})`, payload }));

describe('a printed receipt', () => {
  it.skipIf(lacks('pdftotext')).each(LABELLED)('says all the document says: $name', async ({ payload }) => {
    const letters = lettersOf(await print(payload));
    const silent = saidBy(receiptDocument(payload, { zone })).filter((text) => !letters.includes(squeezed(text)));
    expect(silent).toEqual([]);
  });

  it.skipIf(lacks('pdfinfo', 'qpdf', 'pdffonts'))('is a sound tagged file in its language, with its title and its own fonts', async () => {
    withPdf(await print(deletionOf(12, 'de'), PROOF), (run) => {
      const info = run('pdfinfo', 'receipt.pdf');
      for (const fact of [/Title: +Quittung über die Löschung/, /Tagged: +yes/, /JavaScript: +no/, /PDF version: +1\.7/, /Page size: .*A4/])
        expect(info).toMatch(fact);
      expect(run('qpdf', '--check', 'receipt.pdf')).toContain('No syntax or stream encoding errors');
      expect(run('qpdf', '--json', 'receipt.pdf')).toContain('"/Lang": "u:de"');
      const fonts = run('pdffonts', 'receipt.pdf').trim().split('\n').slice(2);
      expect(fonts.map((line) => /\+(DejaVuSans\S*) +CID TrueType +Identity-H +(\w+ +\w+ +\w+)/.exec(line)?.slice(1)).toSorted()).toEqual([
        ['DejaVuSans', 'yes yes yes'],
        ['DejaVuSans-Bold', 'yes yes yes'],
      ]);
    });
  });

  it.skipIf(lacks('pdfinfo'))(
    'has headings, lists, a table with named rows and columns, a link and a figure for those who listen',
    async () => {
      const structure = withPdf(await print(deletionOf(12)), (run) => run('pdfinfo', '-struct-text', 'receipt.pdf'));
      expect(structure).toMatch(/^Document\n {2}P/);
      expect(structure).toMatch(/H1 \(block\)\s+"Receipt of the deletion"/);
      expect(structure.match(/^ {2}H2 /gm)).toHaveLength(4);
      expect(structure.match(/^ {2}Table /gm)).toHaveLength(1);
      expect(structure.match(/^ {4}TR\b/gm)).toHaveLength(13);
      expect(structure.match(/\/Scope \/Column/g)).toHaveLength(4);
      expect(structure.match(/\/Scope \/Row/g)).toHaveLength(12);
      expect(structure).toMatch(/Link \(inline\)\s+Object [^\n]+\s+"https:\/\/privacy\.shop\.example\/verify/);
      expect(structure).toMatch(/Figure/);
      // Page numbers are for the eye.
      expect(structure).not.toContain('Page 1');
    },
  );

  it.skipIf(lacks('pdfdetach'))('carries the signed receipt inside, byte for byte, and the proof once there is one', async () => {
    const jws = asJws(deletionOf(12));
    withPdf(await print(deletionOf(12), PROOF), (run, folder) => {
      run('pdfdetach', '-saveall', 'receipt.pdf');
      expect([fileIn(folder, 'receipt.jws'), fileIn(folder, 'receipt.tlog-proof')]).toEqual([jws, PROOF]);
    });
    expect(withPdf(await print(deletionOf(12)), (run) => run('pdfdetach', '-list', 'receipt.pdf'))).toMatch(
      /^1 embedded files\s+1: receipt\.jws\s*$/,
    );
  });

  it.skipIf(lacks('pdftotext'))('says that the entry in the log follows as long as there is no proof', async () => {
    const follows = squeezed(receiptDocument(deletionOf(1), { zone }).verification.logFollows);
    expect(lettersOf(await print(deletionOf(1)))).toContain(follows);
    expect(lettersOf(await print(deletionOf(1), PROOF))).not.toContain(follows);
  });

  it.skipIf(lacks('pdftoppm', 'zbarimg'))('has a code that a camera reads as the page that checks it', async () => {
    const read = withPdf(await print(acknowledgementIn('en')), (run) => {
      run('pdftoppm', '-png', '-r', '100', '-singlefile', 'receipt.pdf', 'page');
      return run('zbarimg', '--quiet', '--raw', 'page.png');
    });
    expect(read.trim()).toBe(VERIFY_URL);
  });

  it('is the same bytes for the same receipt, whatever was printed before', async () => {
    const first = await print(deletionOf(12), PROOF);
    await print(denialIn('de'));
    expect(Buffer.compare(await print(deletionOf(12), PROOF), first)).toBe(0);
  });

  it.skipIf(lacks('pdfinfo', 'qpdf', 'pdftotext')).each([400, 2_000])(
    'of %d systems repeats the head of its table and loses no row',
    async (systems) => {
      const payload = deletionOf(systems);
      const pdf = await print(payload);
      const pages = withPdf(pdf, (run) => {
        run('qpdf', '--check', 'receipt.pdf');
        return run('pdftotext', '-layout', 'receipt.pdf', '-').split('\f').slice(0, -1);
      });
      const heads = pages.filter((page) => /^ *System +Outcome +Records +Time *$/m.test(page));
      const rows = pages.flatMap((page) => page.split('\n').filter((line) => / asked again /.test(line)));
      expect(rows).toHaveLength(systems);
      expect(pages.length).toBeGreaterThan(systems / 45);
      expect(heads.length).toBeGreaterThanOrEqual(pages.length - 1);
      pages.forEach((page, place) => expect(page).toContain(`Page ${place + 1} of ${pages.length}`));
    },
  );

  it.skipIf(lacks('pdftotext'))('wraps long names and breaks what is longer than a page', async () => {
    const payload = structuredClone(deletionOf(3)) as unknown as { systems: { label: string }[]; text: string };
    payload.systems[0]!.label = 'Auftragsdatenverarbeitungsvereinbarungsverwaltung'.repeat(120);
    payload.systems[1]!.label = 'Customer-Relationship-Management of the Northern and Southern Branch Offices';
    payload.text = 'A long story. '.repeat(1_200);
    const letters = lettersOf(await print(payload));
    expect(letters).toContain(squeezed(payload.systems[1]!.label));
    expect(letters.match(/story\./g)).toHaveLength(1_200);
    expect(letters.match(/Auftragsdatenverarbeitungsvereinbarungsverwaltung/g)?.length).toBeGreaterThan(100);
  });

  it('can be made of anything', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(anyPayload, async (payload) => {
        const pdf = await print(payload);
        expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-');
      }),
      { numRuns: 60 },
    );
  });
});
