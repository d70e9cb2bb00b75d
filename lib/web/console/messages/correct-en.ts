/** Words of the page on which staff correct a receipt, in English. */
export const correctEn = {
  title: 'Correct a receipt',
  lead: (kind: string, issued: string) =>
    `${kind}, issued ${issued}. It stays as it was signed; the person gets another receipt by mail, which takes its place.`,
  told: 'What it says now',
  text: 'What holds instead',
  textHint: 'The whole text in the person’s language, as the new receipt will say it. Write nothing that names anybody.',
  textMissing: 'Write what holds instead',
  textSame: 'That is what the receipt says already',
  textLong: 'Keep the text under 4,000 characters',
  reason: 'Why was it wrong?',
  reasonHint: 'In the person’s language: they read it.',
  mail: 'The mail',
  link: 'Goes out within the hour. Links of the person are left out here.',
  receipt: 'The receipt',
  receiptHint: 'What is signed, word for word.',
  section: 'Receipts',
  columns: { kind: 'Receipt', issued: 'Issued', place: 'Correction', act: 'Act' },
  none: 'No receipt has been issued.',
  correctedBy: 'corrected by',
  corrects: 'corrects',
  waiting: 'being corrected',
  act: 'Correct',
  actOf: (kind: string, issued: string) => `Correct the receipt ${kind} of ${issued}`,
  number: (number: string) => `Receipt ${number}`,
  detail: (text: string) => `To say: ${text}`,
};

export type CorrectWords = typeof correctEn;
