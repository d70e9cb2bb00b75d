/** The date after an extension, as the law whose date comes first counts it. */
import type { Deadline } from '../domain/clock/deadline.ts';
import type { Request } from '../domain/request.ts';

/** Possible until the notice was told in time; undefined where the law knows no extension. */
export function extendedDeadline({ clock }: Pick<Request, 'clock'>): (Deadline & { noticeBy: Deadline }) | undefined {
  const { extended, 'extension-notice': noticeBy } = clock.leading.clocks.dates;
  return extended === undefined || noticeBy === undefined ? undefined : { ...extended, noticeBy };
}
