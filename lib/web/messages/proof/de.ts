/** German words of the pages that show and check receipts; what a receipt itself says is in `receipts/document`. */
import type { ProofMessages } from './en.ts';

export const proofDe = {
  receipt: {
    superseded: 'Es gibt eine neuere Quittung',
    newer: (when: string) => `Lesen Sie die vom ${when}; sie ersetzt diese`,
    corrects: 'Die frühere Quittung lesen, an deren Stelle diese tritt',
    verifyLink: 'Auf unserer Seite prüfen',
    download: 'Unterschriebene Quittung herunterladen (JWS)',
    downloadProof: 'Nachweis herunterladen, dass sie in unserem Protokoll steht',
    downloadJson: 'Als JSON ansehen',
    unknownTitle: 'Diese Quittung gibt es nicht',
    unknown:
      'Der Link ist vielleicht unvollständig, oder die Quittung ist noch nicht unterschrieben. Wenn Sie gerade erst gefragt haben, sehen Sie in einer Minute noch einmal nach.',
  },
} satisfies ProofMessages;
