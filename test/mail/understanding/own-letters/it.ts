/** Letters in Italian. */
import type { OwnLetter } from './own-letter.ts';

export const IT: readonly OwnLetter[] = [
  { text: 'Buongiorno, vi chiedo di cancellare il mio account e tutti i miei dati. Grazie, Andrea', asks: ['erasure'] },
  { text: 'Salve, vorrei sapere quali dati avete su di me. Potete mandarmi una copia?', asks: ['access'] },
  { text: 'Non cancellate il mio account, voglio solo una copia dei miei dati.', asks: ['access'] },
  { text: 'Non voglio più ricevere pubblicità, toglietemi dalla vostra lista.', asks: ['objection'] },
  {
    text: 'Il mio indirizzo è sbagliato, correggetelo per favore. Vorrei che venga corretto il mio indirizzo: via Esempio 3.',
    asks: ['rectification'],
  },
  { text: "Revoco il mio consenso all'uso delle mie foto.", asks: ['withdraw-consent'] },
  { text: 'Vorrei i miei dati in formato CSV per trasferirli a un altro gestore.', asks: ['portability'] },
  { text: 'Due mesi fa vi ho chiesto una copia dei miei dati e non ho ancora ricevuto risposta.', asks: ['follow-up'] },
  { text: 'Mandatemi tutti i dati che avete su di me e poi eliminate il mio account.', asks: ['access', 'erasure'] },
  { text: 'Voglio presentare un reclamo: un vostro dipendente ha letto la mia diagnosi davanti a tutti.', asks: ['complaint'] },
  { text: 'Saldi! -50% sulle biciclette. Se non vuoi più ricevere le nostre offerte, clicca qui per disiscriverti.', asks: [] },
  { text: 'Il mio pacco non è arrivato. Ordine 7781.', asks: [] },
  { text: 'Mi oppongo alla profilazione dei miei acquisti.', asks: ['objection'] },
  { text: "Ai sensi dell'art. 17 GDPR chiedo la cancellazione dei miei dati personali.", asks: ['erasure'] },
  { text: 'Basta chiamarmi! Non telefonatemi più.', asks: ['objection'] },
  { text: 'Vorrei esercitare il diritto alla portabilità dei miei dati.', asks: ['portability'] },
  { text: 'Vorrei che mi cancellaste dal vostro database.', asks: ['erasure'] },
  { text: 'Avete cancellato il mio profilo senza motivo!', asks: [] },
  {
    text: "Alla cortese attenzione:\n\ncon la presente presento reclamo ai sensi dell'articolo 77 GDPR. Il 2026-10-01 ho inviato una richiesta ai sensi dell'articolo 15 GDPR al seguente titolare: Example GmbH.\n\nVi chiedo di verificare e di far rispettare la mia richiesta. Se avete bisogno di altri dettagli, non esitate a contattarmi.",
    asks: ['complaint'],
  },
  {
    text: "Con la presente chiedo la rettifica o l'integrazione dei dati personali inesatti che mi riguardano ai sensi dell'articolo 16 GDPR.\n\nVi prego di apportare le seguenti modifiche:\nIl mio cognome è ora Esempio.\nQualora abbiate comunicato i dati a destinatari, dovete comunicare loro la mia richiesta di rettifica ai sensi dell'articolo 19 GDPR.",
    asks: ['rectification'],
  },
];
