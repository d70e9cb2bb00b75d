/** From what the sentences say to what the letter asks, and how sure that is. */
import { RIGHTS, type Right } from '../../domain/rights.ts';
import type { LawId } from '../../domain/law/law-ids.ts';
import type { Sign } from './lexicon.ts';
import type { Finding } from './sentence-findings.ts';

export type Kind = 'request' | 'follow-up' | 'complaint' | 'other';

export interface Weighed {
  kind: Kind;
  rights: readonly Right[];
  confidence: number;
  /** The findings that decided. */
  decided: readonly Finding[];
}

/** How sure one is of a right, by how it was said. */
const SURE = { articleAndWords: 0.97, words: 0.85, name: 0.75, article: 0.7 } as const;
/** How sure one is of a chaser: the earlier request is named and not answered, or only one of both. */
const CHASER = { both: 0.9, unanswered: 0.7, reported: 0.65 } as const;
/** What a person should look at: below the threshold. */
const UNSURE = 0.5;

export interface Said {
  findings: readonly Finding[];
  law: LawId | undefined;
  /** Some sentence tells of an earlier request. */
  reported: boolean;
  /** Some sentence says that only one thing is wanted. */
  limited: boolean;
  /** A restriction until an objection is decided, by phrase. */
  isPending(finding: Finding): boolean;
}

const overlaps = (a: Finding, b: Finding): boolean => a.from < b.to && b.from < a.to;
const OPT_OUTS: readonly Sign[] = ['opt-out-of-sale', 'opt-out-of-targeted-ads', 'opt-out-of-profiling'];

/** Of two readings of the same words the narrower is meant: taking somebody off a mailing list erases nothing else. */
const NARROWER: Readonly<Partial<Record<Sign, readonly Sign[]>>> = {
  erasure: ['objection', 'withdraw-consent'],
  objection: ['withdraw-consent', ...OPT_OUTS, 'restriction', 'limit', 'opt-out', 'appeal'],
  restriction: ['limit'],
  'opt-out': OPT_OUTS,
  'withdraw-consent': ['objection', 'appeal'],
  rectification: ['erasure'],
};

/** `all` are those of its sentence. */
function isSwallowed(finding: Finding, all: readonly Finding[]): boolean {
  if (finding.way === 'article') return false;
  if (finding.sign === 'access' && all.some((other) => takesOver(other, finding))) return true;
  return all.some(
    (other) =>
      NARROWER[finding.sign]?.includes(other.sign) === true && (other.way !== 'name' || finding.way === 'name') && overlaps(finding, other),
  );
}

/** A copy to take elsewhere is not a second copy; and `all data you have on me` is wanted or, after a verb like `delete`, is not. */
function takesOver(other: Finding, access: Finding): boolean {
  if (other.sign === 'access' || other.sign === 'follow-up') return false;
  if (other.sign === 'portability') return access.way === 'words';
  return other.way === 'words' && !access.hands && overlaps(other, access) && other.from <= access.from;
}

/** Opting out by the words of the law that is cited: only laws of the United States tell its kinds apart. */
function inWordsOf(law: LawId | undefined, sign: Sign): Sign {
  if (!OPT_OUTS.includes(sign) && sign !== 'opt-out') return sign;
  if (law?.startsWith('us-') === true) return sign;
  return law === undefined ? 'opt-out' : 'objection';
}

type Asked = Map<Sign, Finding[]>;

function askedIn({ findings, law }: Said): Asked {
  const meant = findings.filter((finding) => finding.void === undefined);
  const bySentence = Map.groupBy(meant, ({ sentence }) => sentence);
  const asked: Asked = new Map();
  for (const finding of meant) {
    if (isSwallowed(finding, bySentence.get(finding.sentence)!)) continue;
    const sign = inWordsOf(law, finding.sign);
    const others = asked.get(sign);
    if (others === undefined) asked.set(sign, [finding]);
    else others.push(finding);
  }
  if (OPT_OUTS.some((sign) => asked.has(sign))) asked.delete('opt-out');
  return asked;
}

/** What only goes along with another right: a consent taken back in case it was given, a restriction until an objection is decided. */
function dropCompanions(asked: Asked, { isPending }: Said): void {
  const others = (sign: Sign): boolean => [...asked.keys()].some((other) => other !== sign && other !== 'follow-up');
  const consent = asked.get('withdraw-consent');
  if (consent?.every(({ conditional }) => conditional) === true && others('withdraw-consent')) asked.delete('withdraw-consent');
  const restriction = asked.get('restriction');
  if (restriction?.every(isPending) === true && asked.has('objection')) asked.delete('restriction');
}

/** A threat to complain asks nothing yet. */
function dropThreats(asked: Asked): void {
  for (const sign of ['complaint', 'appeal'] as const) {
    const meant = asked.get(sign)?.filter(({ conditional }) => !conditional) ?? [];
    if (meant.length === 0) asked.delete(sign);
    else asked.set(sign, meant);
  }
}

function sureOf(findings: readonly Finding[]): number {
  const ways = new Set(findings.map(({ way }) => way));
  if (ways.has('article') && ways.size > 1) return SURE.articleAndWords;
  if (ways.has('words')) return SURE.words;
  return ways.has('name') ? SURE.name : SURE.article;
}

function sureOfAll(rights: readonly Right[], asked: Asked, { findings, limited }: Said): number {
  const least = rights.reduce((sure, right) => Math.min(sure, sureOf(asked.get(right)!)), 1);
  const denied = findings.some(
    ({ sign, way, void: reason }) => reason === 'negated' && way === 'words' && sign !== 'access' && asked.has(sign),
  );
  // What is deleted is gone: whoever wants one thing only may have named it to say that it is not this one.
  const doubtful = limited && sureOf(asked.get('erasure') ?? []) < SURE.articleAndWords && asked.has('erasure');
  return denied || doubtful ? Math.min(least, UNSURE) : least;
}

function chaser(asked: Asked, said: Said, rights: readonly Right[]): Weighed | undefined {
  const unanswered = asked.get('follow-up') ?? [];
  const told = said.findings.filter((finding) => finding.void === 'reported');
  if (unanswered.length === 0 && told.length === 0) return undefined;
  const sure = unanswered.length === 0 ? CHASER.reported : said.reported ? CHASER.both : CHASER.unanswered;
  if (rights.length === 0) return { kind: 'follow-up', rights: [], confidence: sure, decided: [...unanswered, ...told] };
  // Whoever chases and asks may ask again, or for something else as well: a person tells.
  const anew = unanswered.length > 0 && said.reported;
  return anew ? { kind: 'follow-up', rights: [], confidence: UNSURE, decided: [...unanswered, ...[...asked.values()].flat()] } : undefined;
}

function complaint(asked: Asked, rights: readonly Right[]): Weighed | undefined {
  const findings = asked.get('complaint');
  if (findings === undefined) return undefined;
  const alone = rights.length === 1;
  return {
    kind: 'complaint',
    rights: alone ? ['complaint'] : rights,
    confidence: alone ? sureOf(findings) : UNSURE,
    decided: [...asked.values()].flat(),
  };
}

/** Weighs what a letter says. */
export function weigh(said: Said): Weighed {
  const asked = askedIn(said);
  dropThreats(asked);
  dropCompanions(asked, said);
  const rights = RIGHTS.filter((right) => asked.has(right));
  const special = complaint(asked, rights) ?? (asked.has('appeal') ? undefined : chaser(asked, said, rights));
  if (special !== undefined) return special;
  if (rights.length === 0) return { kind: 'other', rights: [], confidence: 0, decided: [] };
  return { kind: 'request', rights, confidence: sureOfAll(rights, asked, said), decided: rights.flatMap((right) => asked.get(right)!) };
}
