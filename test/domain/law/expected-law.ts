/** What the figures of a law must be: written down a second time, from the research, in the shape of the product. */
import { isRight } from '../../../lib/domain/rights.ts';
import { expectedAnswers, expectedDetails, expectedExemptions } from './expected-content.ts';
import { isPeriod, type FutureRegime, type Regime, type Source, type SourceFigure, type SourcePeriod, type SourceRight } from './source.ts';
import { citedOf, citeOf, codeOf, rightSince, SAME_RIGHT } from './source-words.ts';

/** Figures of a law by name, without its words. */
export type Figures = Record<string, unknown>;

const EEA = 'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE IS LI NO'.split(' ');
const CALENDARS: Record<string, string> = {
  'eu-gdpr': 'controller',
  'uk-gdpr': 'controller',
  'us-ca-ccpa': 'US-CA',
  'us-ca-delete-act': 'US-CA',
  'ca-pipeda': 'CA',
};
const PROTECTS_EVERYBODY = ['eu-gdpr', 'uk-gdpr'];

function grantOf(regime: Regime, right: SourceRight): Figures {
  const { scope, perYear, note } = right;
  const limit = perYear && { times: perYear.value, months: 12 };
  // "specific third parties (subd. 1(h))"
  const cite = right.cite ?? /\((subd\. .*)\)$/.exec(note ?? '')?.[1];
  return { ...citedOf(regime, { ...right, ...(cite ? { cite } : {}) }), validFrom: rightSince(right), scope, limit };
}

/** The rights that have a code, and those that have none. Confirmation (Brazil) is a part of access. */
function rightsOf(regime: Regime): { rights: Figures; otherRights: Figures } {
  const granted = Object.entries(regime.rights).filter(([name, { granted: given }]) => given && name !== 'confirm');
  const named = granted.map(([name, right]) => [SAME_RIGHT[name] ?? name, grantOf(regime, right)] as const);
  return {
    rights: Object.fromEntries(named.filter(([name]) => isRight(name))),
    otherRights: Object.fromEntries(named.filter(([name]) => !isRight(name))),
  };
}

const DUTIES: Record<string, string> = {
  acknowledge: 'acknowledge',
  'opt-out-of-sale': 'act',
  limit: 'act',
  'withdraw-consent': 'stop',
  reconsentWait: 'reconsent-wait',
  checkDrop: 'access-drop',
  grievance: 'answer-grievance',
};
const RIGHTS_OF_CLOCK: Record<string, string[]> = {
  'opt-out-of-sale': ['opt-out-of-sale', 'opt-out'],
  limit: ['limit'],
  'withdraw-consent': ['withdraw-consent'],
  simplified: ['access'],
  access: ['access'],
  suspend: ['restriction'],
  rectification: ['rectification'],
};

function rightsOfClock({ id }: Regime, key: string, figure: SourceFigure): string[] | undefined {
  if (id === 'us-ca-delete-act' && key === 'respond') return ['erasure'];
  const named = figure.appliesTo?.filter(isRight);
  // Portability is the form of an answer to a request to know.
  return RIGHTS_OF_CLOCK[key] ?? (named && id === 'us-ca-ccpa' ? [...named, 'portability'] : named);
}

/** The clock, or two of them where the figure changes on a day. */
function clockOf(regime: Regime, figure: SourceFigure, clock: Figures): Figures[] {
  const { value, change, guidance, mustState, inForceFrom } = figure;
  const one = { ...clock, ...citedOf(regime, figure), guidance, mustState: mustState?.map(codeOf), validFrom: inForceFrom };
  if (!isPeriod(value)) return value === null ? [] : [one];
  if (change === undefined) return [{ ...one, period: value }];
  const by = regime.clocks['checkDrop']?.change?.cite;
  const last = new Date(Date.parse(change.from) - 86_400_000).toISOString().slice(0, 10);
  return [
    { ...one, period: value, validTo: last },
    { ...one, period: { ...value, amount: change.amount }, validFrom: change.from, cite: `${one.cite}; ${by}` },
  ];
}

function clocksOf(regime: Regime): Figures {
  const clocks = Object.entries(regime.clocks).flatMap(([key, figure]) =>
    clockOf(regime, figure, { duty: DUTIES[key] ?? 'respond', appliesTo: rightsOfClock(regime, key, figure) }),
  );
  const others: [string, SourceFigure | undefined, string[]?][] = [
    ['notice-indirect', regime.noticeIndirect],
    ['legal-hold', regime.legalHold],
    ['record', regime.records?.keep ?? recordsInNotes(regime)],
    ['acknowledge-complaint', regime.controllerComplaint, ['complaint']],
    ['delete', regime.id === 'us-ca-delete-act' ? regime.clocks['respond'] : undefined],
  ];
  for (const [duty, figure, appliesTo] of others) if (figure) clocks.push(...clockOf(regime, figure, { duty, appliesTo }));
  return keyed(clocks);
}

/** "Rule 6.11 records 24 months (memory)" */
function recordsInNotes({ notes }: Regime): SourceFigure | undefined {
  const found = /Rule (\S+) records (\d+) months/.exec(notes ?? '');
  return found ? { value: { amount: Number(found[2]), unit: 'month' }, cite: `4 CCR 904-3 Rule ${found[1]}`, memory: true } : undefined;
}

/** Clocks by duty, rights, day and whether there is a number: their order says nothing. */
export function keyed(clocks: readonly Figures[]): Figures {
  const key = ({ duty, appliesTo, validFrom, period }: Figures): string =>
    [duty, appliesTo, validFrom, period ? 'period' : 'words'].filter((part) => part !== undefined).join(' ');
  return Object.fromEntries(clocks.map((clock) => [key(clock), clock]));
}

function pauseOf(regime: Regime, about: string, figure: SourceFigure): Figures {
  const said = String(figure.value);
  const reflects = said.includes('ten-day reflection');
  // The states' citation of the identity rule is a sentence.
  const cited = citedOf(regime, figure.cite?.startsWith('clock runs') ? { ...figure, cite: '-' } : figure);
  const onlyAccess = said === 'suspend-access-only' ? ['access'] : undefined;
  return {
    ...cited,
    ...(regime.id === 'us-ca-ccpa' && about === 'clarification' ? { cite: '11 CCR 7021(b)' } : {}),
    effect: reflects ? 'reflection' : said.replace('-access-only', ''),
    appliesTo: figure.appliesTo ?? onlyAccess,
    optional: onlyAccess && true,
    reflection: reflects ? { amount: 10, unit: 'day' } : undefined,
  };
}

/** "within one month", "before the end of one month", "30 days after", "within the initial period", or nothing said. */
export function noticeBy(regime: Regime, said: string | undefined): SourcePeriod {
  if (said?.includes('one month')) return { amount: 1, unit: 'month' };
  const days = /(\d+) days/.exec(said ?? '')?.[1];
  return days === undefined ? (regime.clocks['respond']?.value as SourcePeriod) : { amount: Number(days), unit: 'day' };
}

/** Where the research gives no grounds as codes. */
const GROUNDS: Record<string, string[]> = {
  'us-ca-ccpa': ['complexity', 'number_of_requests'],
  'ca-pipeda': ['unreasonable_interference', 'consultations_needed', 'alternative_format'],
  'ch-fadp': ['more_time_needed'],
  'za-popia': ['number_of_records', 'consultations_needed'],
};

function extensionOf(regime: Regime): Figures | undefined {
  const { extension } = regime;
  const value = extension?.value;
  if (extension === undefined || value === null || typeof value === 'string') return undefined;
  const own = isPeriod(value) ? undefined : (value as { noticeBy: string; mustState: string[] });
  return {
    ...citedOf(regime, extension),
    period: own ? undefined : value,
    grounds: GROUNDS[regime.id] ?? extension.grounds,
    noticeBy: noticeBy(regime, own?.noticeBy ?? extension.noticeBy),
    noticeMustState: (own?.mustState ?? extension.noticeMustState ?? []).map(codeOf),
    times: extension.times ?? 1,
    notFor: extension.notFor ?? [],
  };
}

interface RefusalValue {
  by?: string;
  mustState?: string[];
  alsoMust?: string[];
}

const AFTER_REFUSAL = { cite: '11 CCR 7022(f)', status: 'toBeConfirmed' };
/** What the research says a refusal must come with, beside its words. */
const COMES_WITH: Record<string, Figures> = {
  'do not use retained data for another purpose': { gives: 'kept-for-nothing-else', right: 'erasure', when: ['exempt'], ...AFTER_REFUSAL },
  'offer opt-out of sale/sharing if not already opted out': {
    gives: 'opt-out-offered',
    right: 'erasure',
    when: ['exempt', 'unidentified'],
    ...AFTER_REFUSAL,
  },
};
/** Not in the research: what somebody gets whose request for access is refused because nobody knows who asks. */
const FOR_THE_UNIDENTIFIED = ['categories-instead', 'opt-out-offered'].map((gives) => ({
  gives,
  right: 'access',
  when: ['unidentified'],
  cite: '11 CCR 7024(a)',
  status: 'toBeConfirmed',
}));

function refusalOf(regime: Regime): Figures | undefined {
  const { refusal } = regime;
  if (refusal === undefined) return undefined;
  const { by, mustState = [], alsoMust } = refusal.value as RefusalValue;
  const moves = by?.includes('response period') || by?.includes('applicable time period');
  return {
    ...citedOf(regime, refusal),
    by: by && (moves ? 'response-period' : 'first-period'),
    mustState: mustState.map(codeOf),
    accompaniedBy: alsoMust && [...alsoMust.flatMap((duty) => COMES_WITH[duty] ?? []), ...FOR_THE_UNIDENTIFIED],
  };
}

function remediesOf(regime: Regime): Figures {
  const { complaint, appeal, refusal } = regime;
  const { window } = complaint;
  const court = (refusal?.value as RefusalValue | undefined)?.mustState?.includes('judicial_remedy');
  const noRetaliation = regime.rights['noRetaliation'];
  return {
    complaint: {
      ...citedOf(regime, complaint),
      window: window && { ...(window.value as SourcePeriod), ...citedOf(regime, window) },
    },
    court: court ? { granted: true, ...citedOf(regime, refusal) } : undefined,
    appeal: isPeriod(appeal?.value)
      ? { ...citedOf(regime, appeal), period: appeal.value, extension: appeal.extension, mustState: appeal.mustState?.map(codeOf) }
      : undefined,
    nonRetaliation: noRetaliation && citedOf(regime, noRetaliation),
  };
}

/** The figures of one of the regimes. */
export function expectedLaw(source: Source, regime: Regime): Figures {
  const { id, jurisdiction, citation, inForceFrom } = regime;
  return {
    id,
    citation,
    jurisdictions: jurisdiction === 'EU/EEA' ? EEA : [jurisdiction],
    protectsEverybody: PROTECTS_EVERYBODY.includes(id),
    validFrom: inForceFrom,
    ...rightsOf(regime),
    counting: { rule: regime.counting.rule, calendar: CALENDARS[id] ?? 'none' },
    clocks: clocksOf(regime),
    pauses: Object.fromEntries(Object.entries(regime.pauses ?? {}).map(([about, figure]) => [about, pauseOf(regime, about, figure)])),
    extension: extensionOf(regime),
    refusal: refusalOf(regime),
    remedies: remediesOf(regime),
    responseContent: expectedAnswers(source, regime),
    exemptions: expectedExemptions(source, regime),
    ...expectedDetails(regime),
  };
}

/** The UK text before 5 February 2026: "Art. 12(3) as in the EU text with ICO guidance". */
export function expectedOldUk(uk: Figures, eu: Figures): Figures {
  const { extension, refusal, remedies } = eu as Record<string, Figures>;
  const clock = (eu['clocks'] as Figures)['respond period'];
  const ukRemedies = uk['remedies'] as Figures;
  const guidance = (place: string): Figures => ({ cite: `${place}; ICO guidance`, status: 'toBeConfirmed' });
  return {
    ...uk,
    citation: 'UK GDPR Arts 12, 15-22',
    validFrom: '2018-05-25',
    validTo: '2026-02-04',
    otherRights: eu['otherRights'],
    clocks: { 'respond period': clock },
    pauses: {
      identity: { effect: 'restart', ...guidance('Art. 12(6)') },
      clarification: { effect: 'exclude-days', appliesTo: ['access'], ...guidance('Recital 63') },
      fee: (eu['pauses'] as Figures)['fee'],
    },
    extension,
    refusal,
    remedies: { ...ukRemedies, court: remedies?.['court'] },
  };
}

/** An act that is enacted and not yet in force: its periods, and nothing else. */
export function expectedFuture({ id, name, from, respond, extension }: FutureRegime): Figures {
  const citation = /\((.*)\)$/.exec(name)?.[1] ?? '';
  const cited = { cite: citeOf({ id, citation }, undefined), status: 'confirmed' };
  const period = { amount: respond, unit: 'day' };
  return {
    id,
    citation,
    jurisdictions: [id.toUpperCase()],
    protectsEverybody: false,
    enactedOnly: true,
    validFrom: from,
    rights: {},
    otherRights: {},
    counting: { rule: 'US-GENERIC', calendar: 'none' },
    clocks: keyed([{ duty: 'respond', period, ...cited }]),
    pauses: {},
    extension: {
      ...cited,
      period: { amount: extension, unit: 'day' },
      grounds: [],
      noticeBy: period,
      noticeMustState: [],
      times: 1,
      notFor: [],
    },
    remedies: { complaint: { ...cited, status: 'toBeConfirmed' } },
    responseContent: {},
    exemptions: { any: [] },
  };
}
