/** How the research words things and how the product does: the only places where the two may differ. */
import type { Regime, SourceFigure, SourceRight } from './source.ts';

/** Citations that say more than where: the product keeps the place and puts the rest into words or notes. */
const SAID_SHORTER: Record<string, string> = {
  'Art. 12(6): reasonable doubts; EDPB 01/2022 para 159': 'Art. 12(6); EDPB 01/2022 para 159',
  'DPA 2018 s.9 (13, memory); ICO SAR checklist (Scotland 12)': 'DPA 2018 s.9; ICO SAR checklist',
  '42-518(d) (PA 22-15 s.4(d))': '42-518(d); PA 22-15 s.4(d)',
  's.27, from 2024-09-22': 's.27',
  'APP 12.4: agency 30 days; organisation reasonable period, generally 30 days (OAIC)': 'APP 12.4; OAIC guidance',
  's.21(1) as soon as reasonably possible; reg. 5: else tell within 30 days when': 's.21(1); PDP Regulations reg. 5',
  's.23(1)(b)(i) reasonable time; PAIA s.56': 's.23(1)(b)(i); PAIA s.56',
};

/** Citations the research shortens because the law is clear from where they stand. */
const SAID_LONGER: Record<string, (cite: string) => string> = {
  'br-lgpd': (cite) => (/^\d/.test(cite) ? `Art. ${cite}` : cite),
  'ca-pipeda': (cite) => (cite.includes('cl. ') ? `PIPEDA Sch.1 ${cite.replace('Sch.1 ', '')}` : cite),
  'in-dpdp': (cite) => (cite.startsWith('r.') ? `DPDP Rules ${cite}` : cite),
  'us-mn': (cite) => (cite.startsWith('subd.') ? `325M.14 ${cite}` : cite),
};

/** Where the research names no place, the law as a whole. */
const NOWHERE: ReadonlySet<string | undefined> = new Set([undefined, '-', 'enforcement section', 'no right to cure (agency discretion)']);

/** The citation as the product writes it. */
export function citeOf(regime: Pick<Regime, 'id' | 'citation'>, cite: string | undefined): string {
  if (cite === undefined || NOWHERE.has(cite)) return regime.citation;
  const place = SAID_SHORTER[cite] ?? cite.replace(/ \(.*\)$/, '');
  return SAID_LONGER[regime.id]?.(place) ?? place;
}

/** The place and whether its text was read. */
export function citedOf(regime: Regime, figure: Pick<SourceFigure, 'cite' | 'memory'> | undefined): { cite: string; status: string } {
  const unread = (figure?.memory ?? false) || (regime.memory ?? false);
  return { cite: citeOf(regime, figure?.cite), status: unread ? 'toBeConfirmed' : 'confirmed' };
}

/** A sentence as a code. */
export function codeOf(words: string): string {
  return words
    .replace(/ \(.*\)$/, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_|_$/g, '');
}

/** Since when a right holds, where that is later than the law: in a field, in the citation, or in a note. */
export function rightSince({ from, cite, note }: SourceRight): string | undefined {
  if (from !== undefined) return from;
  if (cite?.endsWith('(from 1 Jan 2027)')) return '2027-01-01';
  return /from (\d{4}-\d{2}-\d{2})\)?$/.exec(cite ?? '')?.[1] ?? /^third.*\(from (\d{4}-\d{2}-\d{2})\)$/.exec(note ?? '')?.[1];
}

/** Foreign names of rights that are the same thing. */
export const SAME_RIGHT: Record<string, string> = {
  suspend: 'restriction',
  anonymiseBlockDelete: 'restriction',
  stopUseOrDelete: 'erasure',
};
