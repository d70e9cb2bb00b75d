/** What answers must contain, what may be withheld, and the smaller figures, from the research. */
import type { Figures } from './expected-law.ts';
import type { Regime, Source, SourceFigure } from './source.ts';
import { citedOf, codeOf } from './source-words.ts';

interface ExpectedItem {
  code: string;
  cite: string;
  mustBeNamed?: boolean;
}

/** The laws whose text is the EU's in this. */
const LIKE: Record<string, string> = { 'uk-gdpr': 'eu-gdpr' };
/** What the research leaves out of the citations of items. */
const ITEM_PREFIX: Record<string, string> = { 'eu-gdpr': 'Art. ', 'us-ca-ccpa': '1798.', 'br-lgpd': 'Art. ' };

function itemCite(id: string, cite: string): string {
  return cite.startsWith('11 CCR') ? cite : `${ITEM_PREFIX[id]}${cite}`;
}

function stateAnswer(source: Source, { citation, rights }: Regime): Figures {
  const wanted: Record<string, boolean> = {
    portable_copy_of_provided_data: rights['portability'] !== undefined,
    'list_or_categories_of_third_parties where granted': rights['third-party-list'] !== undefined,
    // Not a thing to give: it is the exemption `trade_secret`.
    'do not reveal trade secrets': false,
  };
  const items = source.responseContent.access['us-states'].items.filter((said) => wanted[said] ?? true);
  return { access: { cite: citation, items: items.map((said) => ({ code: said.replace(' where granted', ''), cite: citation })) } };
}

/** By right, what an answer contains. */
export function expectedAnswers(source: Source, regime: Regime): Figures {
  const { id, content, contentCite, rights } = regime;
  const like = LIKE[id] ?? id;
  if (content) return { access: { cite: contentCite, items: content.map((code) => ({ code, cite: contentCite })) } };
  if (isState(regime)) return rights['access'] ? stateAnswer(source, regime) : {};
  const access = source.responseContent.access[like];
  const portability = source.responseContent.portability[like];
  if (access === undefined || portability === undefined) return {};
  // Structured, commonly used, machine-readable: Art. 20(1).
  const formats = (portability.format ?? []).map((code) => ({ code, cite: 'Art. 20(1)' }));
  return {
    access: { cite: access.cite, items: access.items.map(([code, cite]) => ({ code, cite: itemCite(like, cite) })) },
    portability: { cite: portability.cite, items: formats },
  };
}

/** The acts of the states, California's apart. */
function isState({ id }: Regime): boolean {
  return id.startsWith('us-') && !id.startsWith('us-ca-');
}

/** "e.g. Va. 59.1-577(B)(4)" */
function exampleCite(cite: string): string {
  return cite.replace('Va. ', 'Va. Code ').replace('Mont. ', 'Mont. Code ').replace('Tex. ', 'Tex. Bus. & Com. Code ');
}

function stateExemptions(source: Source): ExpectedItem[] {
  return (source.exemptions['us-states.common'] ?? []).map(({ code, cite }) => {
    const kinds = /\((.*)\)/.exec(code)?.[1];
    return kinds ? { code: codeOf(code), cite: `law of the state (${kinds})` } : { code, cite: exampleCite(cite) };
  });
}

/** Refusal grounds that the research gives as sentences. */
function groundsOf(regime: Regime): ExpectedItem[] {
  const { grounds } = (regime.refusal?.value ?? {}) as { grounds?: string[] };
  const cite = { 'ch-fadp': 'FADP 26', 'jp-appi': 'Art. 33(2)', 'th-pdpa': 's.30' }[regime.id] ?? '';
  return (grounds ?? []).map((words) => ({ code: codeOf(words), cite }));
}

/** By right, what may be withheld; `any` for all rights. */
export function expectedExemptions(source: Source, regime: Regime): Figures {
  if (isState(regime)) return { any: stateExemptions(source) };
  const like = LIKE[regime.id] ?? regime.id;
  const listed = (kind: string): ExpectedItem[] | undefined =>
    source.exemptions[`${like}.${kind}`]
      // That marketing has no exception is a rule for staff, not a reason to refuse.
      ?.filter(({ code }) => code !== 'direct_marketing_no_exception' && !code.endsWith('(opt-out only)'))
      .map(({ code, cite }) => ({
        code: codeOf(code),
        cite: itemCite(like, cite),
        ...(code.endsWith('(must say so)') ? { mustBeNamed: true } : {}),
      }));
  const optOut = source.exemptions[`${like}.any`]?.find(({ code }) => code.endsWith('(opt-out only)'));
  return {
    any: listed('any') ?? groundsOf(regime),
    erasure: listed('erasure'),
    objection: listed('objection'),
    'opt-out-of-sale': optOut && [{ code: codeOf(optOut.code), cite: itemCite(like, optOut.cite) }],
  };
}

/** What Minnesota's note lists. */
const NEVER_IN_MINNESOTA = [
  'social security number',
  "driver's licence or other government id",
  'financial account number',
  'health insurance or medical id',
  'account password',
  'unique biometric data',
];

function neverDiscloseOf({ id, notes, verification: said }: Regime): Figures | undefined {
  if (id === 'us-mn') return { values: NEVER_IN_MINNESOTA, cite: `325M.14 ${/subd\. 4\(i\)/.exec(notes ?? '')?.[0]}`, status: 'confirmed' };
  if (said?.neverDisclose === undefined) return undefined;
  return { values: said.neverDisclose, cite: said.neverDiscloseCite, status: said.neverDiscloseMemory ? 'toBeConfirmed' : 'confirmed' };
}

/** "2/yr (59.1-577(B)(3))", "1/12mo" */
function freeOf(regime: Regime): Figures | undefined {
  const { free, fee, pauses } = regime;
  const counted = /^(\d)\/(?:yr|12mo)/.exec(String(free?.value));
  if (counted) {
    const place = /^\S+ \((.*)\)$/.exec(String(free?.value))?.[1];
    return { times: Number(counted[1]), months: 12, ...citedOf(regime, { ...free, ...(place ? { cite: place } : {}) }) };
  }
  const capped = pauses?.['fee']?.cap === undefined ? undefined : pauses['fee'];
  return fee || capped ? citedOf(regime, fee ?? capped) : undefined;
}

function optOutOf(regime: Regime): Figures | undefined {
  const { universalOptOutSignal: signal, optOutAuthentication: authentication, agentsForOptOut: agents } = regime;
  if (regime.id === 'us-ca-ccpa') {
    const level = regime.verification?.levels?.find(({ request }) => request === 'opt-out-of-sale');
    return {
      signal: { counts: true, cite: '11 CCR 7025', status: 'toBeConfirmed' },
      agents: true,
      authentication: { required: level?.level !== 'none', ...citedOf(regime, level) },
    };
  }
  if (signal === undefined) return undefined;
  return {
    signal: { counts: signal.value, ...citedOf(regime, signal) },
    agents,
    authentication: { required: authentication?.value === 'not required' ? false : undefined, ...citedOf(regime, authentication) },
  };
}

function agesOf({ value }: SourceFigure): Record<string, number> {
  const ages = value as Record<string, number | string>;
  return 'under13' in ages ? { parentOptsInUnder: 13, ownOptInUnder: 16 } : (ages as Record<string, number>);
}

function metricsOf(regime: Regime, figure: SourceFigure): Figures {
  const { threshold, publishBy, counts } = figure.value as { threshold: number; publishBy: string; counts: string[] };
  const day = new Date(`${/^\w+ \d+/.exec(publishBy)?.[0]}, 2000 UTC`);
  return { threshold, publishBy: { month: day.getUTCMonth() + 1, day: day.getUTCDate() }, counts, ...citedOf(regime, figure) };
}

function cureOf(regime: Regime, figure: SourceFigure): Figures {
  const place = /\((541\.\d+)\)/.exec(String(figure.value))?.[1];
  return citedOf(regime, place ? { ...figure, cite: place } : figure);
}

/** "reasonable or reasonablyHigh by sensitivity and risk" */
function levelsOf(regime: Regime): Figures[] | undefined {
  return regime.verification?.levels?.map((each) => ({
    request: each.request,
    level: each.level.includes(' ') ? 'bySensitivity' : each.level,
    dataPoints: each.dataPoints,
    ...citedOf(regime, each),
  }));
}

/** The figures that few laws have. */
export function expectedDetails(regime: Regime): Figures {
  const { children, metrics, cure } = regime;
  return {
    neverDisclose: neverDiscloseOf(regime),
    verification: levelsOf(regime),
    optOut: optOutOf(regime),
    free: freeOf(regime),
    children: children && { ages: agesOf(children), ...citedOf(regime, children) },
    metrics: metrics && metricsOf(regime, metrics),
    cure: cure && cureOf(regime, cure),
  };
}
