/** Puts into words what a receipt says: one document for the page, the PDF, and whoever else shows a receipt to people. */
import { decisionsSection } from './consent-section.ts';
import { plain, said, type Line, type ReceiptDocument } from './document.ts';
import { penIn, time, wordFor, type Pen } from './pen.ts';
import { receiptFacts, type ReceiptFacts } from './receipt-facts.ts';
import { delaySection, groundsSection, offersSection, remediesSection } from './refusal-sections.ts';
import { answerFacts, consentFacts, contactLines, issuerFacts, requestFacts } from './request-facts.ts';
import { keptSection, systemsSection } from './system-section.ts';

function letterhead({ issuer }: ReceiptFacts): ReceiptDocument['letterhead'] {
  const lines: Line[] = [...(issuer?.address === undefined ? [] : [plain(issuer.address)]), ...contactLines(issuer?.contact)];
  return { name: issuer?.name ?? issuer?.id ?? '', lines };
}

function verification({ words }: Pen, { id = '' }: ReceiptFacts): ReceiptDocument['verification'] {
  const { meaning, number: term, qr, logFollows } = words.proof;
  return { title: words.headings.proof, meaning, number: { term, lines: [[{ text: id, look: 'code' }]] }, qr, logFollows };
}

/**
 * The document of any payload, of this version or another: what cannot be read is left out. Without `lang` it is in the
 * language of the receipt; `zone` is where its times are told.
 */
export function receiptDocument(payload: Record<string, unknown>, { lang, zone }: { lang?: string; zone: string }): ReceiptDocument {
  const facts = receiptFacts(payload);
  const pen = penIn(lang ?? facts.lang ?? 'en', zone);
  return {
    lang: pen.lang,
    title: wordFor(pen.words.kinds, facts.kind),
    statement: { lang: facts.lang ?? pen.lang, text: facts.text ?? '' },
    ...(facts.interim === true ? { notice: pen.words.interim } : {}),
    facts: [...requestFacts(pen, facts), ...consentFacts(pen, facts), ...answerFacts(pen, facts)],
    issued: said(pen.words.terms.issued, facts.issuedAt, (at) => time(pen, at)),
    issuer: issuerFacts(pen, facts),
    letterhead: letterhead(facts),
    sections: [
      ...delaySection(pen, facts),
      ...groundsSection(pen, facts),
      ...offersSection(pen, facts),
      ...decisionsSection(pen, facts),
      ...systemsSection(pen, facts),
      ...keptSection(pen, facts),
      ...remediesSection(pen, facts),
    ],
    verification: verification(pen, facts),
  };
}
