/** remind-of-question: who was asked something and does not answer is reminded once. */
import { civilDate, factsOf, lettersIn } from '../mail/letters/letters.ts';
import type { CaseRecord } from '../stores/request-store.ts';
import { linkTo, openPerson } from './casework.ts';
import { isoNow, type With } from './world.ts';

/** The mail first, then the event. Repeatable. */
export async function remindOfQuestion(
  world: With<'caseKeys' | 'postOffice' | 'secret'>,
  { request, events }: CaseRecord,
  number: number,
): Promise<void> {
  const key = `reminded#question#${number}`;
  const question = request.questions.find((one) => one.number === number);
  if (question?.askedAt === undefined || events.some((event) => event.key === key)) return;
  const { configuration } = world;
  const caseKey = await world.caseKeys.open(request.id);
  const statusUrl = await linkTo(world, request.id, 'person');
  const askedOn = civilDate(question.askedAt, configuration.controller.zone);
  await world.postOffice.send({
    requestId: request.id,
    fact: `reminder#question#${number}`,
    caseKey,
    compose: async () => ({
      letter: lettersIn(request.lang).questionReminder({ ...factsOf(request, { configuration, statusUrl }), askedOn }),
      lang: request.lang,
      to: openPerson(request, caseKey),
    }),
  });
  const data = { what: 'question', step: `question-${number}` } as const;
  await world.requests.append(request.id, { key, type: 'reminded', at: isoNow(world), data });
}
