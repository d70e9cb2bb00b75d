/** The worked examples of the shared conformance set, for the laws shipped so far. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { calendarWith } from '../../lib/domain/calendar/calendar.ts';
import { dutyDeadline, extensionDeadline, responseDeadline } from '../../lib/domain/deadline.ts';
import type { Law } from '../../lib/domain/law/law.ts';
import { lawById } from '../../lib/domain/law/laws.ts';
import { LAW_IDS } from '../../lib/domain/law/law-ids.ts';
import { isRight, type Right } from '../../lib/domain/rights.ts';

interface Vector {
  id: string;
  regime: string;
  right: string;
  timeZone: string;
  receivedAt: string;
  events: { type: string; date?: string }[];
  holidaysUsed: string[];
  expect: Record<string, string | null>;
}

const FILE = join(import.meta.dirname, '../../../shared/conformance/deadline-vectors.json');
const all: Vector[] = existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as { vectors: Vector[] }).vectors : [];

/** Pauses belong to the clock as a function of events; where the law has none, a question changes nothing. */
function pausing(vector: Vector, law: Law): boolean {
  const asked = vector.events.some(({ type }) => type === 'clarification_asked') && law.pauses.clarification.effect !== 'none';
  return asked || (vector.events.some(({ type }) => type === 'identity_asked') && law.pauses.identity.effect !== 'none');
}

const ours = all.filter(({ regime }) => (LAW_IDS as readonly string[]).includes(regime));
const applicable = ours.filter((vector) => !pausing(vector, lawById(vector.regime)));

/** The fields of the vector format that the shipped functions give. */
function computed(vector: Vector): Record<string, string | undefined> {
  const law = lawById(vector.regime);
  const rights: Right[] = isRight(vector.right) ? [vector.right] : [];
  const input = {
    law,
    receivedAt: vector.receivedAt,
    zone: vector.timeZone,
    calendar: calendarWith('vector', vector.holidaysUsed),
    rights,
  };
  const response = responseDeadline(input);
  const extension = extensionDeadline(input);
  return {
    acknowledgeBy: dutyDeadline({ ...input, duty: 'acknowledge' })?.dueOn,
    respondByUnrolled: response.unrolledOn,
    respondBy: response.dueOn,
    respondByIfRolled: response.graceOn ?? response.dueOn,
    endOfPeriodInstant: response.tooLateAt,
    actBy: response.dueOn,
    extensionNoticeBy: extension?.noticeBy.dueOn,
    extendedRespondByUnrolled: extension?.unrolledOn,
    extendedRespondBy: extension?.dueOn,
    holdUntil: dutyDeadline({ ...input, duty: 'legal-hold' })?.dueOn,
    keepUntil: dutyDeadline({ ...input, duty: 'record' })?.dueOn,
  };
}

describe.skipIf(all.length === 0)('deadline vectors', () => {
  it.each(applicable)('$id: $regime $right received $receivedAt', (vector) => {
    const dates = computed(vector);
    const wanted = Object.fromEntries(Object.entries(vector.expect).map(([field, value]) => [field, value ?? undefined]));
    expect(Object.fromEntries(Object.keys(wanted).map((field) => [field, dates[field]]))).toEqual(wanted);
  });

  it('covers every example of our laws but those with a pause', () => {
    const skipped = ours.filter((vector) => !applicable.includes(vector)).map(({ id }) => id);
    console.warn(
      `deadline vectors: ${applicable.length} run, ${skipped.length} skipped for a pause (${skipped.join(', ')}), ${all.length - ours.length} of other laws`,
    );
    expect(applicable.length).toBeGreaterThanOrEqual(21);
    expect(skipped.length).toBeLessThanOrEqual(1);
  });
});
