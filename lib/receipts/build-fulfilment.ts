/** Builds the receipt of kind `fulfilment`: data handed out, or another right carried out by a person. */
import { recordYears } from '../domain/law/record-keeping.ts';
import { rightsToAnswer } from '../domain/plan.ts';
import { type Action, actionOf } from '../domain/rights.ts';
import { passedOnSentences } from './passed-on.ts';
import { answerFields, missingSentences, remediesIfRefused } from './build-answer.ts';
import { buildFrame, type ReceiptContext } from './build-frame.ts';
import type { Frame } from './issue.ts';
import type { FulfilmentReceipt, SystemLine } from './payload.ts';
import type { Sentences } from './sentences/sentences.ts';
import { asSentence, paragraph } from './sentences/spelling.ts';
import { exportLines, linesWith, recordsIn, systemsIn } from './system-lines.ts';

/** `delivery` is there when data are handed out: since when and until which day they can be downloaded. */
type FulfilmentContext = ReceiptContext & {
  pass: Action;
  /** What came of work by hand, where the person is told in our words. */ outcome?: string;
  delivery?: { readyAt: string; until: string };
};

type Package = NonNullable<FulfilmentReceipt['package']>;

function packageOf({ request, delivery }: FulfilmentContext): Package | undefined {
  if (delivery === undefined || request.package === undefined) return undefined;
  const { parts, files, manifestSha256 } = request.package;
  return { parts, files, manifestSha256, ...delivery };
}

function handedOut(lines: SystemLine[], until: string | undefined, say: Sentences): string | undefined {
  const exported = linesWith(lines, 'exported');
  const [records, systems] = [recordsIn(exported), systemsIn(exported)];
  if (records > 0 && until !== undefined) return say.copyReady({ records, systems, until });
  const searched = systemsIn([...exported, ...linesWith(lines, 'not-found')]);
  return searched === 0 ? undefined : say.nothingFound({ systems: searched, until });
}

/** What was handed out, from which systems, what is missing, and until when it can be fetched. */
export function buildFulfilmentReceipt(context: FulfilmentContext, frame: Frame): FulfilmentReceipt {
  const { request, configuration, delivery } = context;
  const { fields, say } = buildFrame(context, frame);
  const exporting = delivery !== undefined;
  const outcomes = request.outcomes.filter(({ pass }) => exporting && pass === 'export');
  const systems = exportLines(outcomes, { configuration, lang: fields.lang, say });
  // The decision on an appeal has a receipt of its own.
  const own = request.appealOf === undefined ? undefined : 'appeal';
  const acted = rightsToAnswer(request).filter((right) => actionOf(right) === context.pass && right !== own);
  const first = exporting ? handedOut(systems, delivery.until, say) : say.done(acted);
  const pack = packageOf(context);
  return {
    ...fields,
    ...answerFields(request, systems),
    kind: 'fulfilment',
    text: paragraph([
      first,
      ...(context.outcome === undefined ? [] : [asSentence(context.outcome)]),
      ...missingSentences(systems, { say, lang: fields.lang, erasing: false }),
      ...remediesIfRefused(systems, fields, say),
      ...passedOnSentences(request, configuration),
      say.recordKept(recordYears(request, configuration)),
    ]),
    ...(pack === undefined ? {} : { package: pack }),
  };
}
