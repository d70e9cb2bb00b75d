/** Builds the receipt of kind `deletion`: what was deleted and checked, what law keeps and until when. */
import { Temporal } from 'temporal-polyfill';
import { lawsOf } from '../domain/law/choose-laws.ts';
import { recordYears } from '../domain/law/record-keeping.ts';
import { passedOnSentences } from './passed-on.ts';
import { answerFields, missingSentences, remediesIfRefused } from './build-answer.ts';
import { buildFrame, dateAt, type ReceiptContext } from './build-frame.ts';
import type { Frame } from './issue.ts';
import { offersFor, offerSentences } from './offers.ts';
import type { DeletionReceipt, SystemLine } from './payload.ts';
import type { Sentences } from './sentences/sentences.ts';
import { paragraph } from './sentences/spelling.ts';
import { erasureLines, isRefused, linesWith, recordsIn, systemsIn } from './system-lines.ts';

/** `informed`: recipients who were told of the deletion (Art. 19 GDPR). */
type DeletionContext = ReceiptContext & { informed?: { name: string; at: string }[] };

function totalsOf(lines: SystemLine[]): DeletionReceipt['totals'] {
  const count = (outcome: SystemLine['outcome']): number => recordsIn(linesWith(lines, outcome));
  const refused = recordsIn(linesWith(lines, 'skipped').filter(isRefused));
  return {
    deleted: count('deleted'),
    anonymised: count('anonymised'),
    retained: count('retained') + refused,
    failed: count('skipped') - refused,
  };
}

function keptSentence({ records, retain, label }: SystemLine, say: Sentences): string {
  return retain === undefined ? say.skipped([{ label }]) : say.retained({ records, until: retain.until, why: retain.text });
}

/** What was deleted, made anonymous, and kept by law, in sentences. */
export function doneSentences(lines: SystemLine[], say: Sentences): string[] {
  const [deleted, anonymised] = [linesWith(lines, 'deleted'), linesWith(lines, 'anonymised')];
  return [
    ...(deleted.length === 0 ? [] : [say.deleted({ records: recordsIn(deleted), systems: systemsIn(deleted) })]),
    ...(anonymised.length === 0 ? [] : [say.anonymised(recordsIn(anonymised))]),
    ...linesWith(lines, 'retained').map((line) => keptSentence(line, say)),
  ];
}

function wording(lines: SystemLine[], overwrittenBy: string, { say, lang }: { say: Sentences; lang: string }): string[] {
  const done = doneSentences(lines, say);
  const empty = linesWith(lines, 'not-found');
  const nothing = done.length === 0 && empty.length > 0 ? [say.nothingFound({ systems: systemsIn(empty) })] : [];
  const backups = recordsIn([...linesWith(lines, 'deleted'), ...linesWith(lines, 'anonymised')]) > 0 ? [say.backups(overwrittenBy)] : [];
  return [...done, ...nothing, ...missingSentences(lines, { say, lang, erasing: true }), ...backups];
}

/** What happened in each system, verified by asking it again; the day on which backups are overwritten. */
export function buildDeletionReceipt(context: DeletionContext, frame: Frame): DeletionReceipt {
  const { request, configuration, informed = [] } = context;
  const { backupDays } = configuration.policies;
  const { fields, say } = buildFrame(context, frame);
  const systems = erasureLines(
    request.outcomes.filter(({ pass }) => pass === 'erase'),
    { configuration, lang: fields.lang, say },
  );
  const overwrittenBy = Temporal.PlainDate.from(dateAt(frame.issuedAt, configuration)).add({ days: backupDays }).toString();
  const complete = systems.every(({ outcome }) => outcome === 'deleted' || outcome === 'anonymised' || outcome === 'not-found');
  const totals = totalsOf(systems);
  const { deleted, anonymised, retained } = totals;
  // What law keeps is a refusal in part, and so is what somebody refused.
  const offers =
    retained === 0 && !systems.some(isRefused) ? {} : offersFor(context, [{ laws: lawsOf(request), rights: ['erasure'], when: 'exempt' }]);
  const { purgedAt, irrecoverableFrom } = request;
  return {
    ...fields,
    ...answerFields(request, systems),
    kind: 'deletion',
    text: paragraph([
      ...wording(systems, overwrittenBy, { say, lang: fields.lang }),
      ...offerSentences({ lang: fields.lang, ...offers }, { restErased: deleted > 0 || anonymised > 0 }),
      ...remediesIfRefused(systems, fields, say),
      ...passedOnSentences(request, configuration),
      say.recordKept(recordYears(request, configuration)),
    ]),
    scope: complete ? 'full' : 'partial',
    totals,
    ...offers,
    backups: { overwrittenBy },
    informed,
    ...(purgedAt === undefined ? {} : { purgedAt }),
    ...(irrecoverableFrom === undefined ? {} : { irrecoverableFrom }),
  };
}
