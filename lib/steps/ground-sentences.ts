/** Why a whole request is refused without a person's decision, in the words the person reads. */

export type GroundName = 'identity-not-established' | 'right-not-granted';

type Sentences = Record<GroundName, string>;

const en: Sentences = {
  'identity-not-established':
    'We could not confirm that the mailbox is yours: nobody used the link or the code that we sent. You can send a new request at any time.',
  'right-not-granted':
    'The law that applies to you does not give this right. You can still ask for a copy of your data or for its deletion.',
};

const de: Sentences = {
  'identity-not-established':
    'Wir konnten nicht bestätigen, dass das Postfach Ihnen gehört: Niemand hat den Link oder den Code benutzt, den wir geschickt haben. Sie können jederzeit eine neue Anfrage stellen.',
  'right-not-granted':
    'Das Recht, das für Sie gilt, kennt diesen Anspruch nicht. Sie können weiterhin eine Kopie Ihrer Daten oder deren Löschung verlangen.',
};

const CATALOGS: Record<string, Sentences> = { en, de };

/** The sentence in the person's language, else in English. */
export function groundSentence(lang: string, name: GroundName): string {
  return (CATALOGS[lang] ?? en)[name];
}
