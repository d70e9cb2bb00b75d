/** What the laws want given with a refusal besides its reasons: a promise, another right, or what can be told to anybody. */
import type { Law } from '../domain/law/law.ts';
import { grants } from '../domain/law/laws.ts';
import { collectedCategories } from '../domain/refusal/categories.ts';
import type { Right } from '../domain/rights.ts';
import type { ReceiptContext } from './build-frame.ts';
import type { CommonFields, Offers } from './payload.ts';
import { refusalSentencesIn } from './sentences/refusal.ts';

/** Rights that were refused under laws, and why: on an exemption, or because nobody knows who asks. */
export interface RefusedFor {
  laws: readonly Law[];
  rights: readonly Right[];
  when: 'exempt' | 'unidentified';
}

const OPT_OUTS: readonly Right[] = ['opt-out', 'opt-out-of-sale'];

const formFor = (baseUrl: string, rights: readonly Right[]): string =>
  `${baseUrl}/request/rights?${rights.map((right) => `right=${right}`).join('&')}`;

/** What a law wants given, by the article that wants it. */
export function owed({ laws, rights, when }: RefusedFor) {
  const all = laws.flatMap(({ refusal }) => refusal?.accompaniedBy ?? []);
  return all.filter((one) => rights.includes(one.right) && one.when.includes(when));
}

/** True if somebody could still opt out of the sale of their data: a law gives it, and this request does not contain it. */
export function canOptOut(laws: readonly Law[], { rights, receivedOn }: { rights: readonly Right[]; receivedOn: string }): boolean {
  return !rights.some((right) => OPT_OUTS.includes(right)) && laws.some((law) => grants(law, 'opt-out-of-sale', receivedOn));
}

function categoriesIn({ configuration, request: { lang } }: ReceiptContext): NonNullable<Offers['categories']> {
  const { sources: words } = refusalSentencesIn(lang);
  return collectedCategories(configuration, lang).map(({ sources, ...rest }) => ({
    ...rest,
    sources: sources.map((source) => words[source]),
  }));
}

/** All that goes with the refusals of one receipt; undefined if nothing does. */
export function offersFor(context: ReceiptContext, refused: readonly RefusedFor[]): { offers?: Offers } {
  const { request, baseUrl } = context;
  const gives = new Set(refused.flatMap((one) => owed(one).map(({ gives: what }) => what)));
  const laws = refused.flatMap((one) => one.laws);
  const again = refused.filter(({ when }) => when === 'unidentified').flatMap(({ rights }) => rights);
  const offers: Offers = {
    ...(gives.has('kept-for-nothing-else') ? { keptForNothingElse: true as const } : {}),
    ...(gives.has('opt-out-offered') && canOptOut(laws, request) ? { optOut: formFor(baseUrl, ['opt-out-of-sale']) } : {}),
    ...(again.length === 0 ? {} : { again: formFor(baseUrl, [...new Set(again)]) }),
    ...(gives.has('categories-instead') ? { categories: categoriesIn(context) } : {}),
  };
  return Object.keys(offers).length === 0 ? {} : { offers };
}

/** The same in words. `restErased`: what the reasons do not cover was deleted. */
export function offerSentences(
  { lang, offers = {} }: Pick<CommonFields, 'lang'> & { offers?: Offers | undefined },
  { restErased }: { restErased: boolean },
): string[] {
  const say = refusalSentencesIn(lang);
  const { keptForNothingElse, optOut, again, categories } = offers;
  return [
    ...(keptForNothingElse ? [say.kept({ restErased })] : []),
    ...(categories === undefined ? [] : [`${say.categoriesLead} ${categories.map((one) => say.category(one)).join(', ')}.`]),
    ...(again === undefined ? [] : [say.again(again)]),
    ...(optOut === undefined ? [] : [say.optOut(optOut)]),
  ];
}
