/** What a receipt says about a refusal or a delay: the reasons, what goes with them, and what one can do. */
import { refusalSentencesIn } from '../sentences/refusal.ts';
import { listOf, plain, section, webAddress, type Block, type Line, type Section } from './document.ts';
import type { Pen } from './pen.ts';
import type { ReceiptFacts } from './receipt-facts.ts';

type Remedies = NonNullable<ReceiptFacts['remedies']>;

/** Why it takes longer. */
export function delaySection({ words }: Pen, { clock }: ReceiptFacts): Section[] {
  return section(words.headings['more-time'], listOf((clock?.reasons ?? []).map(({ text }) => plain(text))));
}

/** The reasons with their articles, and the words for this case. */
export function groundsSection({ words }: Pen, { grounds, reason }: ReceiptFacts): Section[] {
  const items = grounds.map(({ text, law }): Line => [
    { text },
    ...(law === undefined ? [] : [{ text: ` (${law})`, look: 'small' as const }]),
  ]);
  if (items.length === 0) return [];
  return section(words.headings.grounds, [
    ...listOf(items),
    ...(reason === undefined ? [] : [{ kind: 'paragraph', line: plain(reason) } as const]),
  ]);
}

function categories({ lang }: Pen, { categories: all }: NonNullable<ReceiptFacts['offers']>): Block[] {
  const say = refusalSentencesIn(lang);
  if (all.length === 0) return [];
  return [{ kind: 'paragraph', line: plain(say.categoriesLead) }, ...listOf(all.map((category) => plain(say.category(category))))];
}

/** What the law wants given with a refusal; links lead to the form, filled in for it. */
export function offersSection(pen: Pen, { offers }: ReceiptFacts): Section[] {
  if (offers === undefined) return [];
  const links = [
    { text: pen.words.askAgain, ...webAddress(offers.again) },
    { text: pen.words.optOut, ...webAddress(offers.optOut) },
  ].filter(({ href }) => href !== undefined);
  return section(undefined, [...categories(pen, offers), ...listOf(links.map((link) => [link]))]);
}

const isDuration = (iso: string | undefined): iso is string => iso !== undefined && /^P\d{1,4}[DMY]$/.test(iso);

/** Every authority with its page and the time for the complaint. */
function complaints({ words, lang }: Pen, { complaint }: Remedies): Line[] {
  const say = refusalSentencesIn(lang);
  return (complaint === undefined ? [] : [complaint, ...complaint.also]).flatMap(({ name, form, url, within }) =>
    name === undefined
      ? []
      : [
          [
            { text: `${words.complaint} ` },
            { text: name, ...webAddress(form ?? url) },
            { text: isDuration(within) ? `. ${say.complaintWithin({ authority: name, within })}` : '.' },
          ],
        ],
  );
}

function appealLines({ lang }: Pen, { appeal, controller, reply = '' }: Remedies): Line[] {
  const say = refusalSentencesIn(lang);
  const address = reply.replace('mailto:', '');
  const { within, extension } = appeal ?? {};
  const acknowledged = controller?.acknowledgedWithin;
  return [
    ...(isDuration(within) ? [say.appeal({ within, extension: isDuration(extension) ? extension : undefined, reply: address })] : []),
    ...(controller === undefined
      ? []
      : [say.controller({ acknowledgedWithin: isDuration(acknowledged) ? acknowledged : undefined, reply: address })]),
  ].map(plain);
}

/** All remedies, one a line. */
export function remediesSection(pen: Pen, { remedies }: ReceiptFacts): Section[] {
  if (remedies === undefined) return [];
  const { court, nonRetaliation } = remedies;
  return section(
    pen.words.headings.remedies,
    listOf([
      ...complaints(pen, remedies),
      ...appealLines(pen, remedies),
      ...(court === true ? [plain(pen.words.court)] : []),
      ...(nonRetaliation === undefined ? [] : [plain(nonRetaliation)]),
    ]),
  );
}
