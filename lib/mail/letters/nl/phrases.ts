/** What letters of every kind say, in Dutch. */
import type { Phrases } from '../phrases.ts';

export const nl: Phrases = {
  /** After "om": "... een verzoek ontvangen om ...", "u hebt ... gevraagd om ...". */
  wish: {
    access: 'een kopie van uw gegevens',
    portability: 'uw gegevens in een vorm die u kunt meenemen',
    erasure: 'de wissing van uw gegevens',
    rectification: 'de rectificatie van uw gegevens',
    restriction: 'de beperking van de verwerking van uw gegevens',
    objection: 'de beëindiging van een verwerking van uw gegevens',
    'opt-out': 'een afmelding (opt-out)',
    'opt-out-of-sale': 'de beëindiging van het verkopen en delen van uw gegevens',
    'opt-out-of-targeted-ads': 'een afmelding voor gerichte reclame',
    'opt-out-of-profiling': 'een afmelding voor profilering',
    limit: 'een beperking van het gebruik van uw gevoelige gegevens',
    'withdraw-consent': 'de intrekking van uw toestemming',
    appeal: 'een heroverweging van onze beslissing',
    complaint: 'een antwoord op uw klacht',
  },
  reference: (reference) => `Uw kenmerk is ${reference}.`,
  giveReference: 'Vermeld dit als u ons over dit verzoek schrijft.',
  reach: { text: 'Als u op deze e-mail antwoordt, leest een medewerker uw antwoord.', paper: 'Ons adres staat boven aan deze brief.' },
  statusLink: 'Bekijken hoe het met uw verzoek staat',
  receiptLink: 'Het bewijsstuk lezen',
  decisionLink: 'De beslissing lezen',
  whatYouCanDo: 'Wat u kunt doen',
  keepReceipt: {
    text: 'Het bestand receipt.jws bij deze e-mail is een ondertekend bewijsstuk. Bewaar het: daarmee kunt u aan iedereen, op elk moment en zonder onze hulp, laten zien wat wij u hier hebben meegedeeld.',
    paper:
      'Een afgedrukt bewijsstuk is bijgevoegd. Bewaar het: het ondertekende bewijsstuk zelf kunt u openen en controleren op de pagina waar de code naartoe leidt.',
  },
  colon: ': ',
};
