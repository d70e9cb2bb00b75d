/** Texte zu Einsprüchen auf den Seiten für Mitarbeitende, auf Deutsch. */
import type { appealEn } from './appeal-en.ts';

export const appealDe: typeof appealEn = {
  task: 'Über den Einspruch entscheiden',
  title: (reference) => `Über den Einspruch ${reference} entscheiden`,
  lead: 'Sehen Sie sich die erste Antwort neu an, als müssten Sie sie selbst geben. Die Person erfährt Ihre Entscheidung und Ihre Gründe; was Sie gewähren, wird von selbst ausgeführt.',
  of: 'Einspruch gegen',
  against: 'Einsprüche',
  original: 'Erste Antwort',
  originalGone: 'Die Unterlagen dazu sind gelöscht.',
  refused: 'Abgelehnt',
  grounds: 'Mit diesen Gründen',
  deciders: 'Entschieden von',
  automatic: { law: 'den Regeln des Gesetzes, automatisch', policy: 'den Vorgaben des Unternehmens, automatisch' },
  rests: 'Grundlage',
  words: 'Worte der Person',
  wordsLead: 'Verborgen, bis Sie sie brauchen. Wer sie ansieht, wird festgehalten.',
  wordsShow: 'Worte der Person zeigen',
  wordsNone: 'Die Person hat nichts geschrieben.',
  wordsGone: 'Die Worte sind gelöscht.',
  decision: 'Wie entscheiden Sie?',
  decisions: {
    grant: { label: 'Stattgeben', hint: 'Was abgelehnt wurde, geschieht nun doch, mit diesem Antrag und in seiner Frist.' },
    uphold: { label: 'Es bleibt bei der Antwort', hint: 'Die Person erfährt, warum, und an wen sie sich als Nächstes wenden kann.' },
  },
  decisionMissing: 'Wählen Sie, wie Sie entscheiden',
  rights: 'Was wird gewährt?',
  rightsHint: 'Nur für „Stattgeben“. Für den Rest bleibt es bei der Antwort.',
  rightsMissing: 'Wählen Sie mindestens ein Recht, das gewährt wird',
  reason: 'Gründe',
  reasonHint:
    'Das Gesetz verlangt eine schriftliche Begründung, wie auch immer Sie entscheiden. Die Person liest sie; nennen Sie niemand anderen.',
  granted: (rights) => `Gewährt: ${rights}`,
  stands: (rights) => `Es bleibt dabei: ${rights}`,
  letter: 'Im Brief, auf der Quittung und auf der Statusseite:',
  because: (text, article) => `${text} (${article})`,
};
