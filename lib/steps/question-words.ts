/** The words of questions, answers and messages: sealed under the case's key, each bound to its place, and opened for whoever may read them. */
import type { Question } from '../domain/law/law.ts';
import type { AnswerText, Fee, QuestionText } from '../domain/question-text.ts';
import type { MessageText } from '../domain/message-text.ts';
import type { Request } from '../domain/request.ts';
import type { CaseKey } from '../stores/case-keys.ts';

interface Texts {
  question: QuestionText;
  answer: AnswerText;
  finding: AnswerText;
  message: MessageText;
}

/** Which words, and of which question or message. */
export interface Place<K extends keyof Texts> {
  kind: K;
  number: number;
}

const labelOf = ({ kind, number }: Place<keyof Texts>): string => `${kind}#${number}`;

/** Encrypts words for an event. */
export function sealWords<K extends keyof Texts>(caseKey: CaseKey, text: Texts[K], place: Place<K>): string {
  return caseKey.seal(Buffer.from(JSON.stringify(text)), labelOf(place)).toString('base64');
}

/** Decrypts the words of an event. */
export function openWords<K extends keyof Texts>(caseKey: CaseKey, sealed: string, place: Place<K>): Texts[K] {
  return JSON.parse(caseKey.open(Buffer.from(sealed, 'base64'), labelOf(place)).toString()) as Texts[K];
}

/** A question with all that was said about it. */
export interface SpokenQuestion {
  number: number;
  about: Question;
  question: QuestionText;
  askedAt?: string;
  answeredAt?: string;
  answeredBy?: string;
  answer?: AnswerText;
  settledAt?: string;
  finding?: AnswerText;
}

/** All questions of a request in words. */
export function spokenQuestions({ questions }: Pick<Request, 'questions'>, caseKey: CaseKey): SpokenQuestion[] {
  return questions.map(({ sealed, answer, finding, by: _by, ...rest }) => {
    const { number } = rest;
    return {
      ...rest,
      question: openWords(caseKey, sealed, { kind: 'question', number }),
      ...(answer === undefined ? {} : { answer: openWords(caseKey, answer, { kind: 'answer', number }) }),
      ...(finding === undefined ? {} : { finding: openWords(caseKey, finding, { kind: 'finding', number }) }),
    };
  });
}

/** A question as the person reads it: never why somebody doubted who they are, and of an answer only their own words. */
export interface PersonsQuestion {
  number: number;
  about: Question;
  words: string;
  fee?: Fee & { reason: string };
  answeredAt?: string;
  answer?: string;
}

function forPerson({ number, about, question, answeredAt, answeredBy, answer }: SpokenQuestion): PersonsQuestion {
  const { words, fee, reason = '' } = question;
  return {
    number,
    about,
    words,
    ...(fee === undefined ? {} : { fee: { ...fee, reason } }),
    ...(answeredAt === undefined ? {} : { answeredAt }),
    ...(answeredBy === 'person' && answer?.words !== undefined ? { answer: answer.words } : {}),
  };
}

/** What was asked of the person, which is what was mailed. */
export function personsQuestions(request: Pick<Request, 'questions'>, caseKey: CaseKey): PersonsQuestion[] {
  const asked = request.questions.filter(({ askedAt }) => askedAt !== undefined);
  return spokenQuestions({ questions: asked }, caseKey).map(forPerson);
}
