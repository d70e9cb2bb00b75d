/** mail-questions: what staff wrote goes to the person; only then is it asked. */
import { isClosed, type AskedQuestion, type Request } from '../domain/request.ts';
import { dateOf } from '../domain/clock/request-clock.ts';
import { questionLetter } from '../mail/letters/ask/question-letter.ts';
import type { CaseRecord } from '../stores/request-store.ts';
import { linkTo, openPerson } from './casework.ts';
import { openWords } from './question-words.ts';
import { isoNow, type With } from './world.ts';

export type MailQuestionWorld = With<'caseKeys' | 'postOffice' | 'secret'>;

/**
 * The mail first, then the event: a crash between the two sends no second mail, because the post office knows the fact, and
 * never stops the clock for a question nobody received. The pause begins on the civil date of the event.
 */
async function mailQuestion(world: MailQuestionWorld, request: Request, { number, about, by, sealed }: AskedQuestion): Promise<void> {
  const caseKey = await world.caseKeys.open(request.id);
  const statusUrl = await linkTo(world, request.id, 'person');
  const text = openWords(caseKey, sealed, { kind: 'question', number });
  const mailId = await world.postOffice.send({
    requestId: request.id,
    fact: `question#${number}`,
    caseKey,
    compose: async () => ({
      letter: questionLetter(request, {
        configuration: world.configuration,
        statusUrl,
        text,
        asking: { about, on: dateOf(world.configuration, isoNow(world)) },
      }),
      lang: request.lang,
      to: openPerson(request, caseKey),
    }),
  });
  await world.requests.append(request.id, {
    key: `asked#${number}`,
    type: 'asked',
    at: isoNow(world),
    data: { about, by, number, mailId, sealed },
  });
}

/** Mails every question that is only written. Repeatable. */
export async function mailQuestions(world: MailQuestionWorld, { request }: CaseRecord): Promise<void> {
  if (isClosed(request)) return;
  for (const question of request.questions.filter(({ askedAt }) => askedAt === undefined)) await mailQuestion(world, request, question);
}
