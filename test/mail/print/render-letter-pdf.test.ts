/** Printed letters: the address in the window, all the words of paper, tags, language, fonts, and codes a camera reads. */
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../lib/domain/languages.ts';
import { link, list, paragraph, type Letter } from '../../../lib/mail/letter.ts';
import { lettersIn } from '../../../lib/mail/letters/letters.ts';
import { type LetterToPrint, renderLetterPdf } from '../../../lib/mail/print/render-letter-pdf.ts';
import { lacks, lettersOf, withPdf } from '../../receipts/print/pdf-tools.ts';

const URL = 'https://privacy.shop.example/status/AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_abcde';
const LETTER: Letter = {
  subject: 'Wir haben Ihre Anfrage <Q-7KX2-91M4>',
  signature: ['Größe GmbH', 'Am Linden 1, 10117 Berlin', 'privacy@shop.example'],
  blocks: [
    paragraph('Żółć, größer, ça va.'),
    paragraph({ text: 'Antworten auf diese E-Mail liest ein Mensch.', paper: 'Antworten liest ein Mensch.' }),
    paragraph({ text: 'Nur per Mail.', paper: '' }),
    { kind: 'heading', text: 'Was Sie tun können' },
    list(['Sich beschweren', 'Klagen']),
    { kind: 'code', code: '123 456' },
    link('Den Stand ansehen', URL),
  ],
};
const TO = ['Erika Mustermann', 'Heidestraße 17', '51147 Köln'];

const print = async (more: Partial<LetterToPrint> = {}): Promise<Uint8Array> =>
  await renderLetterPdf({
    letter: LETTER,
    lang: 'de',
    sender: { name: 'Größe GmbH', address: 'Am Linden 1, 10117 Berlin' },
    to: TO,
    reference: 'Q-7KX2-91M4',
    writtenOn: '2026-03-05',
    ...more,
  });

/** Where each word of the first page stands, in millimetres. */
function wordsOn(pdf: Uint8Array): { text: string; left: number; right: number; top: number; bottom: number }[] {
  const boxes = withPdf(pdf, (run) => run('pdftotext', '-bbox', '-l', '1', 'receipt.pdf', '-'));
  return [...boxes.matchAll(/xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</g)].map(([, ...parts]) => {
    const [left, top, right, bottom] = parts.slice(0, 4).map((points) => (Number(points) * 25.4) / 72) as [number, number, number, number];
    return { text: parts[4]!, left, top, right, bottom };
  });
}

describe('a printed letter', () => {
  it.skipIf(lacks('pdftotext'))('says what is for paper, and nothing that is for mail', async () => {
    const letters = lettersOf(await print());
    for (const said of [
      'Żółć,größer,çava.',
      'AntwortenliesteinMensch.',
      'WasSietunkönnen',
      'Klagen',
      '123456',
      'DenStandansehen',
      URL,
      '5.März2026',
      'AntragQ-7KX2-91M4',
      'Seite1von1',
    ])
      expect(letters).toContain(said);
    for (const silent of ['E-Mail', 'NurperMail']) expect(letters).not.toContain(silent);
  });

  it.skipIf(lacks('pdfinfo', 'qpdf', 'pdffonts'))('is a sound tagged A4 page in its language with its own fonts', async () => {
    withPdf(await print(), (run) => {
      const info = run('pdfinfo', 'receipt.pdf');
      for (const fact of [/Tagged: +yes/, /JavaScript: +no/, /Pages: +1/, /Page size: .*A4/]) expect(info).toMatch(fact);
      expect(run('qpdf', '--check', 'receipt.pdf')).toContain('No syntax or stream encoding errors');
      expect(run('qpdf', '--json', 'receipt.pdf')).toContain('"/Lang": "u:de"');
      const fonts = run('pdffonts', 'receipt.pdf').trim().split('\n').slice(2);
      expect(fonts.every((line) => / yes +yes +yes /.test(line))).toBe(true);
      const structure = run('pdfinfo', '-struct-text', 'receipt.pdf');
      for (const tag of [/H1 \(block\)\s+"Wir haben/, /H2 \(block\)/, /LBody/, /Figure/, /Link \(inline\)/]) expect(structure).toMatch(tag);
    });
  });

  it.skipIf(lacks('pdftotext')).each([
    ['three lines', TO],
    ['nine lines', Array.from({ length: 9 }, (_, place) => `Zeile${place}`)],
    ['a long line', ['Donaudampfschifffahrtsgesellschaft Vermögensverwaltungs- und Beteiligungsgesellschaft mbH', '51147 Köln']],
  ])('shows an address of %s in the window of the envelope, alone with its sender', async (_, to) => {
    const words = wordsOn(await print({ to }));
    const inWindow = words.filter(({ left, right, top, bottom }) => left > 20 && right < 105 && top > 45 && bottom < 90);
    const texts = inWindow.map(({ text }) => text);
    expect(texts).toEqual(['Größe', 'GmbH', '·', 'Am', 'Linden', '1,', '10117', 'Berlin', ...to.join(' ').split(' ')]);
    // Nothing else looks into it.
    const overlapping = words.filter(({ left, right, top, bottom }) => right > 20 && left < 105 && bottom > 45 && top < 90);
    expect(overlapping).toHaveLength(inWindow.length);
  });

  it.skipIf(lacks('pdftoppm', 'zbarimg'))('has a code for each address that a camera reads', async () => {
    const blocks = [link('One', URL), link('Other', `${URL}/appeal`)];
    const read = withPdf(await print({ letter: { ...LETTER, blocks } }), (run) => {
      run('pdftoppm', '-png', '-r', '150', '-singlefile', 'receipt.pdf', 'page');
      return run('zbarimg', '--quiet', '--raw', 'page.png');
    });
    expect(read.trim().split('\n').toSorted()).toEqual([URL, `${URL}/appeal`]);
  });

  it.skipIf(lacks('pdftotext'))('goes on over as many pages as it takes, each with its number', async () => {
    const blocks = Array.from({ length: 80 }, (_, place) => paragraph(`Absatz ${place}. ${'Wort '.repeat(40)}`));
    const pages = withPdf(await print({ letter: { ...LETTER, blocks: [...blocks, link('Ende', URL)] } }), (run) =>
      run('pdftotext', 'receipt.pdf', '-').split('\f').slice(0, -1),
    );
    expect(pages.length).toBeGreaterThan(4);
    pages.forEach((page, place) => expect(page).toContain(`Seite ${place + 1} von ${pages.length}`));
    expect(pages.join('').match(/Absatz \d+/g)).toHaveLength(80);
    expect(pages.at(-1)!.replaceAll(/\s/g, '')).toContain(URL);
  });

  it.skipIf(lacks('pdftotext')).each(LANGUAGES)('speaks of itself as a letter in %s, never of a mail', async (lang) => {
    const facts = {
      company: 'Größe GmbH',
      signature: LETTER.signature,
      reference: 'Q-7KX2-91M4',
      rights: ['access' as const],
      receivedOn: '2026-03-02',
      dueOn: '2026-04-02',
      statusUrl: URL,
    };
    const ready = { ...facts, downloadUrl: URL, untilOn: '2026-04-05', sentence: '-', interim: false, erasureFrom: '2026-04-06' };
    const { acknowledgement, ready: handOut } = lettersIn(lang);
    const both = [handOut(ready), acknowledgement({ ...facts, mustVerify: true })];
    const letters = (await Promise.all(both.map(async (letter) => lettersOf(await print({ lang, letter }))))).join('');
    expect(letters).not.toMatch(/e-?mail|mejl|correoelectr|thismail|tę?wiadomoś|receipt\.jws/i);
  });

  it.skipIf(lacks('pdftotext'))('can be read aloud whatever was printed before', async () => {
    const plain = [paragraph('Zoe zog zur Ozeanstraße.')];
    await print({ letter: { ...LETTER, blocks: [paragraph('ŻÓŁĆ źdźbło Ö')] } });
    expect(lettersOf(await print({ letter: { ...LETTER, blocks: plain } }))).toContain('ZoezogzurOzeanstraße.');
  });

  it('is the same bytes for the same letter', async () => {
    expect(Buffer.compare(await print(), await print())).toBe(0);
  });
});
