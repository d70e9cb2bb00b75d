/** What one can do against an answer under every law that applies: authority, court, appeal, complaint to the company. */
import { authoritiesFor } from '../domain/authorities/authority-for.ts';
import type { Authority } from '../domain/authorities/authority.ts';
import type { Configuration } from '../domain/configuration.ts';
import { clockFor } from '../domain/law/laws.ts';
import type { Law, Period } from '../domain/law/law.ts';
import type { About } from './build-frame.ts';
import type { EveryField } from './payload.ts';
import { refusalSentencesIn } from './sentences/refusal.ts';
import type { Sentences } from './sentences/sentences.ts';

type Remedies = EveryField['remedies'];
type Complaint = Omit<NonNullable<Remedies['complaint']>, 'also'>;

const UNITS = { day: 'D', businessDay: 'D', month: 'M' };

const iso = ({ amount, unit }: Period): string => `P${amount}${UNITS[unit]}`;

/** An authority as receipts name it. */
export function shownAuthority({ name, url, complaintForm }: Authority): { name: string; url?: string; form?: string } {
  return { name, ...(url === undefined ? {} : { url }), ...(complaintForm === undefined ? {} : { form: complaintForm }) };
}

/** All authorities that one of the laws names, each once. */
function complaintsUnder(laws: readonly Law[], about: About, { controller }: Configuration): Complaint[] {
  const named = laws.flatMap(({ remedies: { complaint } }) => {
    const places = { residence: about.residence, controllerCountry: controller.country, to: complaint.to };
    const within = complaint.window === undefined ? {} : { within: iso(complaint.window) };
    const known = authoritiesFor(places).map(shownAuthority);
    // The right to complain is there even where we know no address for it.
    const all =
      known.length === 0 && complaint.to === 'of-residence' ? [{ name: refusalSentencesIn(about.lang).authorityOfResidence }] : known;
    return all.map((authority) => ({ ...authority, ...within }));
  });
  return named.filter(({ name }, place) => named.findIndex((other) => other.name === name) === place);
}

/** Of several appeals the one that is decided first; against the answer to an appeal there is none: the authority comes next. */
function appealUnder(laws: readonly Law[], { appealOf }: About): Pick<Remedies, 'appeal'> {
  const [first] = laws.flatMap(({ remedies }) => remedies.appeal ?? []).toSorted((a, b) => a.period.amount - b.period.amount);
  if (first === undefined || appealOf !== undefined) return {};
  return { appeal: { within: iso(first.period), ...(first.extension === undefined ? {} : { extension: iso(first.extension) }) } };
}

/** "The right to complain to the controller": a law that wants it named, or one that sets a time for confirming it, gives it. */
function controllerUnder(laws: readonly Law[], { receivedOn: on }: About): Pick<Remedies, 'controller'> {
  const clock = laws.map((law) => clockFor(law, 'acknowledge-complaint', { right: 'complaint', on })).find((one) => one !== undefined);
  const named = laws.some(({ refusal }) => refusal?.mustState.includes('right_to_complain_to_controller') ?? false);
  if (clock === undefined && !named) return {};
  return { controller: clock?.period === undefined ? {} : { acknowledgedWithin: iso(clock.period) } };
}

/** The remedies under all of these laws. `reply` is where a person answers. */
export function remediesUnder(
  laws: readonly Law[],
  { about, configuration, reply, say }: { about: About; configuration: Configuration; reply: string; say: Sentences },
): Remedies {
  const [first, ...also] = complaintsUnder(laws, about, configuration);
  return {
    ...(first === undefined ? {} : { complaint: { ...first, ...(also.length === 0 ? {} : { also }) } }),
    court: laws.some(({ remedies }) => remedies.court !== undefined),
    reply,
    ...appealUnder(laws, about),
    ...controllerUnder(laws, about),
    ...(laws.some(({ remedies }) => remedies.nonRetaliation !== undefined) ? { nonRetaliation: say.nonRetaliation } : {}),
  };
}

/** The remedies in words, each with its time. */
export function remediesSentence({ remedies, lang }: Pick<EveryField, 'remedies' | 'lang'>, say: Sentences): string {
  const { complaint, court, appeal, controller, nonRetaliation } = remedies;
  const refusal = refusalSentencesIn(lang);
  const reply = remedies.reply.replace('mailto:', '');
  const authorities = complaint === undefined ? [] : [complaint, ...(complaint.also ?? [])];
  const names = authorities.map(({ name }) => name);
  return [
    say.remedies({ authority: names.length === 0 ? undefined : names.join('; '), court, reply }),
    ...authorities.flatMap(({ name, within }) => (within === undefined ? [] : [refusal.complaintWithin({ authority: name, within })])),
    ...(appeal === undefined ? [] : [refusal.appeal({ ...appeal, reply })]),
    ...(controller === undefined ? [] : [refusal.controller({ ...controller, reply })]),
    ...(nonRetaliation === undefined ? [] : [nonRetaliation]),
  ].join(' ');
}
