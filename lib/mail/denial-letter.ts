/** The letter of a refusal, from what its receipt says: the same sentences, and each remedy as something to do. */
import { decisionSentences } from '../receipts/build-denial.ts';
import type { DenialReceipt } from '../receipts/payload.ts';
import { refusalSentencesIn } from '../receipts/sentences/refusal.ts';
import type { Letter } from './letter.ts';
import type { LetterFacts } from './letters/catalog.ts';
import { denialLettersIn } from './letters/denial-letters.ts';
import { lettersIn } from './letters/letters.ts';

/** `appealUrl`: where an appeal is possible now. */
export function denialLetter(receipt: DenialReceipt, facts: LetterFacts & { receiptUrl: string; appealUrl?: string | undefined }): Letter {
  const { lang, scope, remedies, offers = {} } = receipt;
  const say = refusalSentencesIn(lang);
  // Links and lists of their own in a letter.
  const { optOut, again, categories = [], ...promised } = offers;
  return denialLettersIn(lang).denial({
    ...facts,
    full: scope === 'full',
    sentences: decisionSentences({ ...receipt, offers: promised }),
    categories: categories.map((category) => say.category(category)),
    optOutUrl: optOut,
    againUrl: again,
    remedies: lettersIn(lang).remedies(remedies),
    nonRetaliation: remedies.nonRetaliation,
  });
}
