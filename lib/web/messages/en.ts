/** The English catalog, which defines what every other one must say. */
import { answerEn } from './answer/en.ts';
import { appealEn } from './appeal/en.ts';
import { caseEn } from './case/en.ts';
import { clockEn } from './clock/en.ts';
import { formEn } from './form/en.ts';
import { passingOnEn } from './passing-on/en.ts';
import { proofEn } from './proof/en.ts';
import { siteEn } from './site/en.ts';
import { verifyEn } from './verify/en.ts';
import { wordsEn } from './words/en.ts';

export const en = {
  words: wordsEn,
  form: formEn,
  case: caseEn,
  answer: answerEn,
  appeal: appealEn,
  clock: clockEn,
  passingOn: passingOnEn,
  proof: proofEn,
  site: siteEn,
  verify: verifyEn,
};

export type Messages = typeof en;
