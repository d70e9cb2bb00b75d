/** What somebody decided about the use of their data, purpose by purpose. */
import { plain, section, type Line, type Row, type Section } from './document.ts';
import { day, duration, time, wordFor, type Pen } from './pen.ts';
import type { DecisionFacts, ReceiptFacts } from './receipt-facts.ts';

const small = (text: string): Line => [{ text, look: 'small' }];
const some = (items: readonly string[], words: (joined: string) => string): Line[] =>
  items.length === 0 ? [] : [small(words(items.join(', ')))];

function stored(pen: Pen, storage: DecisionFacts['storage']): string[] {
  const { duration: length, locations = [] } = storage ?? {};
  return [...(length === undefined ? [] : [duration(pen, length)]), ...locations.map((place) => pen.spell.country(place))];
}

function uses(pen: Pen, { channels, data, recipients, storage }: DecisionFacts): Line[] {
  const { consent } = pen.words;
  return [
    ...some(
      channels.map((channel) => wordFor(consent.channels, channel)),
      consent.channelsLead,
    ),
    ...some(data, consent.dataLead),
    ...some(recipients, consent.recipientsLead),
    ...some(stored(pen, storage), consent.storageLead),
  ];
}

function row(pen: Pen, decision: DecisionFacts): Row {
  const { consent } = pen.words;
  const { purpose = '', legalBasis, status = '', at, validUntil } = decision;
  return [
    [plain(purpose), ...(legalBasis === undefined ? [] : [small(wordFor(consent.bases, legalBasis))])],
    [plain(wordFor(consent.statuses, status.replace(/^dpv:/, ''))), ...(at === undefined ? [] : [small(time(pen, at))])],
    uses(pen, decision),
    validUntil === undefined ? [] : [plain(day(pen, validUntil))],
  ];
}

/** One row for each purpose. */
export function decisionsSection(pen: Pen, { decisions }: ReceiptFacts): Section[] {
  const { terms, headings } = pen.words;
  const columns = [{ text: terms.purpose }, { text: terms.decision }, { text: terms.uses }, { text: terms.validUntil }];
  const rows = decisions.map((decision) => row(pen, decision));
  return section(headings.decisions, rows.length === 0 ? [] : [{ kind: 'table', caption: headings.decisions, columns, rows }]);
}
