/** From what the sentences say to what the letter asks, and how sure that is. */
import { RIGHTS, type Right } from '../../domain/rights.ts';
import type { LawId } from '../../domain/law/law-ids.ts';
import { CONJUNCTION } from './conjunctions.ts';
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
/** How sure one is of a chaser: the earlier request is named and not answered, or only what was asked is. */
const CHASER = { both: 0.9, unanswered: 0.7 } as const;
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
  const sure = other.way === 'words' || other.demanded;
  return sure && !access.hands && other.from <= access.from && (overlaps(other, access) || isJoined(other, access));
}

/** `Delete my account and all data you have on me` is one wish. */
function isJoined({ sentence: { words }, to }: Finding, { from }: Finding): boolean {
  return from >= to && words.slice(to, from).every(({ text }) => CONJUNCTION.test(text));
}

/** Opting out by the words of the law that is cited: only laws of the United States tell its kinds apart. */
function inWordsOf(law: LawId | undefined, sign: Sign): Sign {
  if (!OPT_OUTS.includes(sign) && sign !== 'opt-out') return sign;
  if (law?.startsWith('us-') === true) return sign;
  return law === undefined ? 'opt-out' : 'objection';
}

type Asked = Map<Sign, Finding[]>;

/** `I appeal your refusal of my deletion request` names what was refused. */
const isMatterOfAppeal = (sign: Sign, found: readonly Finding[]): boolean => sign !== 'appeal' && found.every(({ way }) => way === 'name');

function askedIn({ findings, law }: Said): Asked {
  const meant = findings.filter(({ void: reason, way }) => reason === undefined && way !== 'verb');
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
  if (asked.has('appeal')) for (const [sign, found] of asked) if (isMatterOfAppeal(sign, found)) asked.delete(sign);
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

/** What is deleted is gone: its name alone may stand in a letter that means something else, such as an earlier request. */
function isDoubtfulDeletion(asked: Asked, limited: boolean): boolean {
  const found = asked.get('erasure');
  if (found === undefined) return false;
  // Whoever wants one thing only may have named it to say that it is not this one.
  if (limited && sureOf(found) < SURE.articleAndWords) return true;
  return !found.some(({ way, demanded, bare, sentence }) => (way === 'name' ? demanded : !(bare && sentence.question)));
}

/** A verb of deleting that a wish has, and no phrase: `you have my photos, and I ask you to delete them`. */
const isDeletionMissed = (asked: Asked, findings: readonly Finding[]): boolean =>
  !asked.has('erasure') && findings.some(({ way, void: reason }) => way === 'verb' && reason === undefined);

/** `Everything you have on me`, after a verb that nobody knows. */
const isUnclearAccess = (asked: Asked): boolean =>
  asked.get('access')?.every(({ way, bare, sentence }) => way === 'words' && bare && !sentence.question) === true;

function sureOfAll(rights: readonly Right[], asked: Asked, { findings, limited }: Said): number {
  const least = rights.reduce((sure, right) => Math.min(sure, sureOf(asked.get(right)!)), 1);
  const denied = findings.some(
    ({ sign, way, void: reason }) => reason === 'negated' && way === 'words' && sign !== 'access' && asked.has(sign),
  );
  // Who got no answer may only tell what was asked before.
  const waits = asked.get('follow-up')?.some(({ conditional }) => !conditional) === true;
  const unclear = isDoubtfulDeletion(asked, limited) || isDeletionMissed(asked, findings) || isUnclearAccess(asked);
  return denied || waits || unclear ? Math.min(least, UNSURE) : least;
}

/** People also wait for parcels. */
function sureOfChaser(unanswered: readonly Finding[], { findings, law, reported }: Said): number {
  if (unanswered.length === 0) return UNSURE;
  if (reported) return CHASER.both;
  return law !== undefined || findings.some(({ sign, void: reason }) => sign !== 'follow-up' && reason !== 'condition')
    ? CHASER.unanswered
    : UNSURE;
}

function chaser(asked: Asked, said: Said, rights: readonly Right[]): Weighed | undefined {
  const unanswered = asked.get('follow-up') ?? [];
  const told = said.findings.filter(({ void: reason, way }) => reason === 'reported' && way !== 'verb');
  if (unanswered.length === 0 && told.length === 0) return undefined;
  if (rights.length === 0)
    return { kind: 'follow-up', rights: [], confidence: sureOfChaser(unanswered, said), decided: [...unanswered, ...told] };
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
