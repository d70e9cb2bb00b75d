/** The date after an extension, as the law whose date comes first counts it. */
import type { Deadline } from '../domain/clock/deadline.ts';
import type { Request } from '../domain/request.ts';

/** Possible until the notice was told in time; undefined where the law knows no extension. The decision on an appeal has its own. */
export function extendedDeadline({ clock }: Pick<Request, 'clock'>): (Deadline & { noticeBy: Deadline }) | undefined {
  const { subject, dates } = clock.leading.clocks;
  // "The controller shall inform the consumer of an extension within forty-five days after receipt of the appeal" (C.R.S. 6-1-1306(3)).
  const [extended, noticeBy] =
    subject === 'appeal' ? [dates['appeal-extended'], dates.appeal] : [dates.extended, dates['extension-notice']];
  return extended === undefined || noticeBy === undefined ? undefined : { ...extended, noticeBy };
}
