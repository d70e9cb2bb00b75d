/** Sentences of refusals in English. */
import { spellingOf } from '../../../domain/spelling.ts';
import { asked } from './sentences.ts';
import type { RefusalSentences } from '../refusal.ts';
import { asSentence, citing, readDuration } from '../spelling.ts';

const { count, list } = spellingOf('en');

const UNITS = {
  D: { one: 'day', other: 'days' },
  M: { one: 'month', other: 'months' },
  Y: { one: 'year', other: 'years' },
};

function duration(iso: string): string {
  const { amount, unit } = readDuration(iso);
  return count(amount, UNITS[unit]);
}

export const refusalEn: RefusalSentences = {
  duration,
  refused: ({ scope, rights }) =>
    scope === 'full'
      ? `We did not do what you asked: ${asked(rights)}.`
      : `We did not do a part of what you asked: ${asked(rights)}. The rest of your request is answered on its own.`,
  ground: ({ text, cites }) => citing(text, cites),
  reasonsFor: (rights) => `Our reasons for not doing this (${asked(rights)}):`,
  system: ({ label, erasing, why }) => `${erasing ? 'We did not delete' : 'We do not hand out'} the data in ${label}: ${asSentence(why)}`,
  kept: ({ restErased }) =>
    `${restErased ? 'We deleted all that these reasons do not cover. ' : ''}We use the data that we keep for nothing else than the reason given here.`,
  optOut: (url) => `You can ask us not to sell or share your data: ${url}`,
  again: (url) => `You can ask again at any time: ${url}`,
  categoriesLead: 'As long as we do not know who you are, we can only tell you which kinds of data we collect about people like you:',
  category: ({ category, purposes, sources, recipients }) =>
    `${category} (${[`for: ${list(purposes)}`, `from: ${list(sources)}`, recipients.length === 0 ? 'disclosed to nobody' : `disclosed to: ${list(recipients)}`].join('; ')})`,
  sources: { given: 'you', observed: 'what you do with us', derived: 'our own conclusions' },
  appeal: ({ within, extension, reply }) =>
    `You can appeal to us: write to ${reply} and say that you appeal. Somebody who did not make this decision looks at it again and answers within ${duration(within)}.${extension === undefined ? '' : ` If that is not enough, we may take up to ${duration(extension)} more, and tell you why.`}`,
  controller: ({ acknowledgedWithin, reply }) =>
    `You can also complain to us about how we dealt with your request: write to ${reply}.${acknowledgedWithin === undefined ? '' : ` We acknowledge your complaint within ${duration(acknowledgedWithin)}.`}`,
  authorityOfResidence: 'the data protection authority where you live or work',
  complaintWithin: ({ authority, within }) => `A complaint to the authority (${authority}) must be made within ${duration(within)}.`,
};
