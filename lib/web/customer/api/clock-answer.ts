/** What the API says about the date of an answer: the same sentences as the status page, in the caller's language. */
import type { RightDate } from '../../../domain/clock/request-clock.ts';
import type { Request } from '../../../domain/request.ts';
import type { Access } from '../port.ts';
import { visibleSteps } from '../why-date.ts';

interface DateAnswer {
  law: string;
  right: string;
  state: 'running' | 'paused';
  /** ISO date; null while the time stands still. */
  dueOn: string | null;
  /** Days of the period that are left, while it stands still. */
  daysLeft?: number;
  /** The article. */
  basis: string;
  /** The text of the law behind it has not been read yet. */
  toBeConfirmed?: true;
  explanation: { text: string; cite?: string }[];
}

/** The strictest date, and the others that apply. */
export interface ClockAnswer extends DateAnswer {
  others: DateAnswer[];
}

interface Reader {
  lang: string;
  access: Access;
}

function dateAnswer({ law, right, deadline }: RightDate, reader: Reader): DateAnswer {
  const { dueOn, paused, basis, confirmed } = deadline;
  return {
    law,
    right,
    state: paused === undefined ? 'running' : 'paused',
    dueOn: paused === undefined ? dueOn : null,
    ...(paused === undefined ? {} : { daysLeft: paused.daysLeft }),
    basis,
    ...(confirmed ? {} : { toBeConfirmed: true as const }),
    explanation: visibleSteps(deadline, reader).map(({ text, cite }) => ({ text, ...(cite === undefined ? {} : { cite }) })),
  };
}

/** The clock of a request as its reader may know it. */
export function clockAnswer({ clock }: Request, reader: Reader): ClockAnswer {
  return { ...dateAnswer(clock.leading, reader), others: clock.others.map((one) => dateAnswer(one, reader)) };
}
