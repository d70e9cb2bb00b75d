/** English words of the pages that show and check receipts; what a receipt itself says is in `receipts/document`. */

export const proofEn = {
  receipt: {
    superseded: 'There is a newer receipt',
    newer: (when: string) => `Read the one of ${when}, which takes the place of this one`,
    corrects: 'Read the earlier receipt, whose place this one takes',
    verifyLink: 'Check it on our page',
    download: 'Download the signed receipt (JWS)',
    downloadProof: 'Download the proof that it is in our log',
    downloadJson: 'See it as JSON',
    unknownTitle: 'There is no such receipt',
    unknown:
      'The link may have been cut off, or the receipt is not signed yet. If you have just sent your request, look again in a minute.',
  },
};

export type ProofMessages = typeof proofEn;
