/** Whether the answer may take longer: within the window, on a ground the law knows, and only under laws that know it. */
import type { Deadline } from './clock/deadline.ts';
import { type ClockPlace, dateOf, type RequestClock, requestClock } from './clock/request-clock.ts';
import { lawsOf } from './law/choose-laws.ts';
import { lawOf } from './law/laws.ts';
import type { Law } from './law/law.ts';
import { answeredRights, type Request } from './request.ts';

/** What stands against any extension. */
type Hindrance = 'already-extended' | 'clock-paused' | 'law-knows-no-extension' | 'no-fixed-extension';

/** Why there is no extension, with the article that says so. */
export interface NoExtension<Reason = Hindrance | 'ground-unknown' | 'too-late'> {
  ok: false;
  reason: Reason;
  article: string;
}

/** What the law whose date comes first lets the company choose. */
export interface Possible {
  ok: true;
  law: string;
  /** The article that allows it. */
  article: string;
  grounds: readonly string[];
  /** When the person must have been told. */
  noticeBy: Deadline;
}

/** An extension as it would come about. */
export interface Extension extends Possible {
  /** Laws that know the ground: theirs are the dates that move. */
  laws: string[];
  /** The date that counts then: it may be that of another law, or of another right. */
  dueOn: string;
  tooLateAt: string;
  /** How that date is counted. */
  deadline: Deadline;
}

type Clocked = Pick<Request, 'laws' | 'receivedOn' | 'clock' | 'extended'>;

const refused = <Reason>(reason: Reason, article: string): NoExtension<Reason> => ({ ok: false, reason, article });

/** What an appeal may take longer is written beside the appeal, with the same grounds as for a request. */
function datesOf({ leading }: RequestClock): { extended: Deadline | undefined; noticeBy: Deadline | undefined } {
  const { dates, subject } = leading.clocks;
  if (subject === 'appeal') return { extended: dates['appeal-extended'], noticeBy: dates['appeal-extended'] && dates.appeal };
  return { extended: dates.extended, noticeBy: dates['extension-notice'] };
}

/** The extension that the leading law knows, whatever the ground and the day. */
export function possibleExtension({ clock, receivedOn, extended: before }: Clocked): Possible | NoExtension<Hindrance> {
  const { leading, paused } = clock;
  const { extension } = lawOf({ law: leading.law, receivedOn });
  const { extended, noticeBy } = datesOf(clock);
  if (before) return refused('already-extended', noticeBy?.basis ?? leading.deadline.basis);
  if (paused !== undefined) return refused('clock-paused', paused.cite);
  if (extension === undefined || noticeBy === undefined) return refused('law-knows-no-extension', leading.deadline.basis);
  // The law leaves it to the company to say how long it takes (Switzerland): there is no date to count.
  if (extended === undefined) return refused('no-fixed-extension', noticeBy.basis);
  return { ok: true, law: leading.law, article: extended.basis, grounds: extension.grounds, noticeBy };
}

const knows = ({ extension }: Law, ground: string): boolean => extension?.grounds.includes(ground) ?? false;

/**
 * The extension on a ground when the person is told at an instant. "The controller shall inform the data subject of any such
 * extension within one month of receipt" (Art. 12(3) GDPR): what is told later extends nothing.
 */
export function extensionOf(
  request: Request,
  place: ClockPlace,
  { ground, toldAt }: { ground: string; toldAt: number },
): Extension | NoExtension {
  const possible = possibleExtension(request);
  if (!possible.ok) return possible;
  const { article, grounds, noticeBy } = possible;
  if (!grounds.includes(ground)) return refused('ground-unknown', article);
  if (Date.parse(noticeBy.tooLateAt) <= toldAt) return refused('too-late', noticeBy.basis);
  const laws = lawsOf(request)
    .filter((law) => knows(law, ground))
    .map(({ id }) => id);
  const told = { type: 'extension_notified', on: dateOf(place, new Date(toldAt).toISOString()), laws } as const;
  const after = requestClock({ ...request, clockEvents: [...request.clockEvents, told], answered: answeredRights(request) }, place);
  // Another law, or another right, must be answered by the same day: nothing would be gained.
  if (after.dueOn <= request.dueOn) return refused('law-knows-no-extension', after.leading.deadline.basis);
  return { ...possible, laws, dueOn: after.dueOn, tooLateAt: after.tooLateAt, deadline: after.leading.deadline };
}
