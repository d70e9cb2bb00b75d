/** The German catalog. */
import { answerDe } from './answer/de.ts';
import { appealDe } from './appeal/de.ts';
import { caseDe } from './case/de.ts';
import { clockDe } from './clock/de.ts';
import type { Messages } from './en.ts';
import { formDe } from './form/de.ts';
import { passingOnDe } from './passing-on/de.ts';
import { proofDe } from './proof/de.ts';
import { siteDe } from './site/de.ts';
import { verifyDe } from './verify/de.ts';
import { wordsDe } from './words/de.ts';

export const de = {
  words: wordsDe,
  form: formDe,
  case: caseDe,
  answer: answerDe,
  appeal: appealDe,
  clock: clockDe,
  passingOn: passingOnDe,
  proof: proofDe,
  site: siteDe,
  verify: verifyDe,
} satisfies Messages;
