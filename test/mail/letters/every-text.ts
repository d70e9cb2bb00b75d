/** Every text of every catalog in a language, made from the same facts: what is inserted is recognised by its form. */
import type { OpenPause } from '../../../lib/domain/clock/period.ts';
import type { DateName } from '../../../lib/domain/clock/clocks.ts';
import type { Deadline } from '../../../lib/domain/clock/deadline.ts';
import { dateNameIn, explain, pausedInWords, pausedShort, refusedExtensionInWords } from '../../../lib/domain/explanation/explain.ts';
import type { Step, StepCode } from '../../../lib/domain/explanation/explanation-words.ts';
import type { Question } from '../../../lib/domain/law/law.ts';
import { en as grounds } from '../../../lib/domain/refusal/words/en.ts';
import { groundSentence } from '../../../lib/domain/refusal/words/words.ts';
import { RIGHTS } from '../../../lib/domain/rights.ts';
import { type Letter, mailed, onPaper } from '../../../lib/mail/letter.ts';
import type { AskWords } from '../../../lib/mail/letters/ask/ask-words.ts';
import { voiceOf } from '../../../lib/mail/letters/voice.ts';
import { receiptWordsIn } from '../../../lib/receipts/document/words.ts';
import { consentSentencesIn } from '../../../lib/receipts/sentences/consent.ts';
import { endingSentencesIn } from '../../../lib/receipts/sentences/ending.ts';
import { refusalSentencesIn } from '../../../lib/receipts/sentences/refusal.ts';
import { sentencesIn } from '../../../lib/receipts/sentences/sentences.ts';
import { DAYS, decisionLetters, FACTS, type Letters, neutralLetters, ordinaryLetters, QUESTIONS, SAID, URL } from './sample-letters.ts';

/** Texts by where they stand. */
export type Texts = Record<string, string>;

/** The subject and each block of a letter. */
function textsOf(name: string, { subject, blocks }: Letter): Texts {
  const texts = blocks.flatMap((block) => (block.kind === 'list' ? block.items.map(mailed) : block.kind === 'code' ? [] : [block.text]));
  return Object.fromEntries([subject, ...texts].map((text, place) => [`${name} ${place}`, text]));
}

const ofLetters = (letters: Letters): Texts =>
  Object.assign(
    {},
    ...Object.entries(letters).flatMap(([name, letter]) => [textsOf(name, letter), textsOf(`${name} on paper`, onPaper(letter))]),
  ) as Texts;

/** The words of letters with a question: each language has them in its folder. */
async function askTexts(lang: string): Promise<Texts> {
  const catalog = (await import(`../../../lib/mail/letters/${lang}/ask.ts`)) as Record<string, AskWords>;
  const { subject, lead, time, ...ask } = catalog[lang]!;
  const { day } = voiceOf(lang);
  const about = (question: Question): Texts => ({
    [`ask subject ${question}`]: subject[question],
    [`ask lead ${question}`]: lead[question]({ company: 'XCOMPANY', wishes: 'XWISHES' }),
    ...Object.fromEntries(
      Object.entries(time).map(([effect, words]) => [
        `ask time ${effect} ${question}`,
        typeof words === 'string' ? words : typeof words === 'function' ? words(day(DAYS.later)) : words[question],
      ]),
    ),
  });
  const fee = ask.fee({ amount: 'XAMOUNT', reason: SAID });
  const part = ask.part({ laws: 'XLAWS', wishes: 'XWISHES' });
  const { free, link, feeLink, reply } = ask;
  return Object.assign(
    { fee, free, link, feeLink, reply: reply.text, 'reply on paper': reply.paper, part },
    ...QUESTIONS.map(about),
  ) as Texts;
}

function receiptSentences(lang: string): Texts {
  const { say } = sentencesIn(lang);
  const named = [{ label: 'XSHOP', expectedOn: DAYS.due, reason: 'XREASON' }, { label: 'XCRM' }];
  const counts = { records: 17, systems: 4, until: DAYS.due };
  const about = { of: 'XOF', rights: FACTS.rights, dueOn: DAYS.due, receivedOn: DAYS.received };
  return {
    ...Object.fromEntries((['day', 'businessDay', 'month'] as const).map((unit) => [unit, say.clockRule({ amount: 3, unit })])),
    ...Object.fromEntries(RIGHTS.map((right) => [`done ${right}`, say.done([right])])),
    received: say.received(about),
    extended: say.extended({ dueOn: DAYS.later, law: 'XLAW', reasons: ['XREASON'] }),
    copyReady: say.copyReady(counts),
    nothingFound: say.nothingFound({ systems: 4, until: DAYS.later }),
    interim: say.interim(named),
    skipped: say.skipped(named),
    deleted: say.deleted({ records: 1, systems: 1 }),
    anonymised: say.anonymised(17),
    retained: say.retained({ records: 17, until: DAYS.received, why: 'XWHY' }),
    emptied: say.emptied,
    backups: say.backups(DAYS.later),
    recordKept: say.recordKept(3),
    passedOn: say.passedOn({ held: ['XHELD', 'XSHOP'], to: 'XTO', contact: 'XCONTACT', on: DAYS.received }),
    silence: say.silence,
    notGranted: say.notGranted({ right: 'access', laws: ['XLAW'], instead: ['erasure', 'objection', 'limit'] }),
    denied: say.denied({ scope: 'full', reasons: ['XREASON'] }),
    'denied in part': say.denied({ scope: 'partial', reasons: ['XREASON'] }),
    'appeal received': say.appeal.received(about),
    'appeal granted': say.appeal.granted(about),
    'appeal stands': say.appeal.stands({ ...about, alone: true }),
    'appeal stands for the rest': say.appeal.stands({ ...about, alone: false }),
    'appeal reasons': say.appeal.reasons('XREASON'),
    'appeal decider': say.appeal.decider,
    'all remedies': say.remedies({ authority: 'XAUTHORITY', court: true, reply: 'XREPLY' }),
    'a reply alone': say.remedies({ court: false, reply: 'XREPLY' }),
    nonRetaliation: say.nonRetaliation,
  };
}

function refusalTexts(lang: string): Texts {
  const say = refusalSentencesIn(lang);
  const category = { category: 'XCATEGORY', purposes: ['XPURPOSE'], sources: ['XSOURCE'] };
  const full = { ...category, recipients: ['XTO', 'XOTHER'] };
  return {
    ...Object.fromEntries(['P1D', 'P45D', 'P1M', 'P6M', 'P1Y', 'P2Y'].map((iso) => [iso, say.duration(iso)])),
    refused: say.refused({ scope: 'full', rights: FACTS.rights }),
    'refused in part': say.refused({ scope: 'partial', rights: FACTS.rights }),
    reasonsFor: say.reasonsFor(FACTS.rights),
    'not handed out': say.system({ label: 'XSHOP', erasing: false, why: 'XWHY' }),
    'not deleted': say.system({ label: 'XSHOP', erasing: true, why: 'XWHY' }),
    kept: say.kept({ restErased: true }),
    optOut: say.optOut(URL),
    again: say.again(URL),
    categoriesLead: say.categoriesLead,
    category: say.category(full as Parameters<typeof say.category>[0]),
    'category for nobody': say.category({ ...full, recipients: [] } as Parameters<typeof say.category>[0]),
    ...say.sources,
    ...Object.fromEntries(Object.keys(grounds).map((code) => [`ground ${code}`, groundSentence(lang, code)!])),
    appeal: say.appeal({ within: 'P45D', extension: 'P60D', reply: 'XREPLY' }),
    controller: say.controller({ acknowledgedWithin: 'P30D', reply: 'XREPLY' }),
    authorityOfResidence: say.authorityOfResidence,
    complaintWithin: say.complaintWithin({ authority: 'XAUTHORITY', within: 'P6M' }),
  };
}

function endingTexts(lang: string): Texts {
  const say = endingSentencesIn(lang);
  const consent = consentSentencesIn(lang);
  const decided = {
    on: DAYS.due,
    purpose: 'XPURPOSE',
    channels: ['email', 'sms', 'phone', 'post', 'web', 'app', 'push'],
    until: DAYS.later,
  };
  return {
    ...Object.fromEntries(Object.entries(consent.decided).map(([status, sentence]) => [status, sentence(decided)] as const)),
    withdraw: consent.withdraw({ url: URL, method: 'XMETHOD' }),
    withdrawn: say.withdrawn({ of: 'XOF', on: DAYS.received, byPerson: true }),
    'withdrawn by staff': say.withdrawn({ of: 'XOF', on: DAYS.received, byPerson: false }),
    dataGo: say.dataGo(DAYS.due),
    purged: say.purged({ of: 'XOF', on: DAYS.later }),
    irrecoverable: say.irrecoverable(DAYS.received),
    replaces: say.replaces({ number: 'XNUMBER', issuedOn: DAYS.due }),
    wrong: say.wrong('XREASON'),
    right: say.right('XSAID'),
  };
}

/** Strings, and what functions of one text say, at every depth. */
function walk(value: unknown, path: string): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, String(value(path.endsWith('page') ? { page: 3, of: 7 } : 'XSAID'))]];
  return Object.entries(value as object).flatMap(([key, inner]) => walk(inner, `${path}.${key}`));
}

const PAUSE: OpenPause = { about: 'clarification', since: DAYS.received, daysLeft: 22, cite: 'XLAW' };
const CITED = { on: DAYS.due, cite: 'XLAW' };
const HOLIDAY = { on: DAYS.later, reason: 'holiday', name: 'XHOLIDAY' } as const;
const OFF = [{ on: DAYS.received, reason: 'sunday' } as const, HOLIDAY];
const WAIT = { code: 'not-counted', from: DAYS.received, to: DAYS.due, cite: 'XLAW' } as const;

/** One of every step, more where a step has several sentences. */
const STEPS: { [C in StepCode]: Step<C>[] } = {
  received: [{ code: 'received', at: '2026-02-08T11:00:00Z', zone: 'Europe/Berlin', on: DAYS.received }],
  started: (['appeal', 'fee-notice', 'event'] as const).map((by) => ({ code: 'started', by, on: DAYS.due })),
  restarted: QUESTIONS.map((about) => ({ code: 'restarted', about, ...CITED })),
  reflection: [{ code: 'reflection', from: DAYS.received, to: DAYS.due, cite: 'XLAW' }],
  'not-counted': [...QUESTIONS.map((about) => ({ ...WAIT, about })), { ...WAIT, about: 'fee', to: DAYS.received }],
  'first-day-excluded': [
    { code: 'first-day-excluded', on: DAYS.received, cite: 'XLAW' },
    { code: 'first-day-excluded', ...CITED },
  ],
  'period-added': (['day', 'businessDay', 'month'] as const).map((unit) => ({
    ...{ code: 'period-added', amount: 3, unit, from: DAYS.received, to: DAYS.later, cite: 'XLAW' },
  })),
  'month-too-short': [{ code: 'month-too-short', day: 31, ...CITED }],
  'days-skipped': [{ code: 'days-skipped', days: OFF, cite: 'XLAW' }],
  'days-excluded': [{ code: 'days-excluded', days: 9, from: DAYS.received, to: DAYS.due, cite: 'XLAW' }],
  'moved-to-working-day': [{ code: 'moved-to-working-day', from: DAYS.received, to: DAYS.due, because: OFF, cite: 'XLAW' }],
  'not-moved': [{ code: 'not-moved', on: DAYS.received, graceOn: DAYS.due, because: [HOLIDAY], cite: 'XLAW' }],
  'holidays-unknown': ['none', 'DE'].map((calendar) => ({ code: 'holidays-unknown', calendar, year: 2031 })),
  'to-be-confirmed': [{ code: 'to-be-confirmed', cite: 'XLAW' }],
  guidance: [{ code: 'guidance', cite: 'XLAW' }],
  'own-target': [{ code: 'own-target' }],
  ends: [{ code: 'ends', on: DAYS.due, tooLateAt: '2026-08-11T22:00:00Z', zone: 'Europe/Berlin' }],
};

const DEADLINE: Deadline = {
  ...{ dueOn: DAYS.due, unrolledOn: DAYS.due, tooLateAt: '2026-08-11T22:00:00Z', rule: 'EU-1182', basis: 'XLAW', confirmed: true },
  periods: (['day', 'businessDay', 'month'] as const).flatMap((unit) => [1, 2].map((amount) => ({ amount, unit }))),
  steps: Object.values(STEPS).flat(),
};

const DATES: Record<DateName, true> = {
  ...{ acknowledge: true, respond: true, 'extension-notice': true, extended: true, refuse: true, act: true, stop: true, appeal: true },
  ...{ 'appeal-extended': true, delete: true, 'access-drop': true, reflection: true, hold: true, keep: true, reconsent: true },
  'notice-indirect': true,
};

function explanations(lang: string): Texts {
  const refused = (reason: 'unknown-to-law' | 'too-late'): string =>
    refusedExtensionInWords({ reason, cite: 'XCITE' }, { law: 'XLAW', lang });
  return {
    ...Object.fromEntries(explain(DEADLINE, lang).map(({ code, text }, place) => [`${place} ${code}`, text])),
    ...Object.fromEntries((Object.keys(DATES) as DateName[]).map((name) => [`date ${name}`, dateNameIn(name, lang)])),
    paused: pausedInWords(PAUSE, lang),
    pausedShort: pausedShort(PAUSE, lang),
    'too late': refused('too-late'),
    'unknown to the law': refused('unknown-to-law'),
  };
}

/** All catalogs of a language, by name. */
export async function everyText(lang: string): Promise<Record<string, Texts>> {
  return {
    letters: ofLetters(ordinaryLetters(lang)),
    decisions: ofLetters(decisionLetters(lang)),
    neutral: ofLetters(neutralLetters(lang)),
    questions: await askTexts(lang),
    sentences: receiptSentences(lang),
    refusals: refusalTexts(lang),
    endings: endingTexts(lang),
    words: Object.fromEntries(walk(receiptWordsIn(lang).words, 'words')),
    explanations: explanations(lang),
  };
}
