/** The data map: what a company declares about every column of every dataset it keeps about people. */
import type { Justification } from './dpv/justifications.ts';

/** GDPR Art. 6(1) letters in words; California has no legal basis, only a purpose. */
export type LegalBasis = 'consent' | 'contract' | 'legal-obligation' | 'vital-interests' | 'public-task' | 'legitimate-interests';

/**
 * What a person is shown: the value; only that we hold one ("we hold your social security number", 11 CCR 7024(d));
 * or nothing (password hashes, tokens).
 */
export type Disclose = 'value' | 'describe' | 'never';

/** Where the value came from; Art. 20 GDPR covers what was given or observed. */
export type Provided = 'given' | 'observed' | 'derived';

/** Whom the value is about; others' data is withheld or redacted and named in the package (Art. 15(4) GDPR). */
export type About = 'person' | 'other';

/** A transfer outside the EEA (Art. 15(2) GDPR). */
export interface Transfer {
  country: string;
  safeguard: string;
}

/** Why a row survives a deletion: ground, article, until when, and the sentence the person reads. */
export interface Retention {
  /** Why, e.g. `justifications:LegalObligation`. */
  ground: Justification;
  /** The article that demands it, e.g. `§ 147 AO`. */
  article: string;
  /** The date column the period runs from (`placed_on`, or `orders.placed_on` of a row it belongs to); and its length in whole years, to the end of that calendar year if `toYearEnd`. */
  from: string;
  years: number;
  toYearEnd?: boolean;
  /** The sentence the person reads, per language. */
  sentence: Text;
}

/** A text in the languages of the deployment; `en` is always there. */
export type Text = { en: string } & Partial<Record<string, string>>;

export interface Column {
  label?: Text;
  category: string;
  disclose: Disclose;
  provided: Provided;
  about: About;
  /** The following default to the dataset's. */
  purpose?: Text;
  legalBasis?: LegalBasis;
  recipients?: string[];
  transfers?: Transfer[];
  retention?: Text;
}

/** What happens to a dataset's rows when the person has their data deleted. */
export type Erasure =
  /**
   * Deletes the rows. A row that rows kept by law point at cannot go: its `shell` columns are set to null (or the given
   * constant) and the row, which no longer says who it was about, stays as long as they do.
   */
  | { how: 'delete'; shell?: Record<string, string | null> }
  /** Sets the listed columns to null (or the given constant) and keeps the row, which no longer says who it was about. */
  | { how: 'anonymise'; columns: Record<string, string | null> }
  /** Law keeps the rows until the retention ends; rows past it are deleted. Columns listed are blanked at once. */
  | { how: 'retain'; retain: Retention; blank?: string[] };

export interface Dataset {
  label: Text;
  purpose: Text;
  legalBasis: LegalBasis;
  /** Names of the recipients declared in the configuration. */
  recipients: string[];
  transfers: Transfer[];
  /** How long the data are kept, in words (Art. 15(1)(d) GDPR). */
  retention: Text;
  /** Where the data come from when not from the person (Art. 15(1)(g) GDPR). */
  source?: Text;
  columns: Record<string, Column>;
  erasure: Erasure;
}

/** A dataset with the name it has in its system. */
export interface NamedDataset extends Dataset {
  name: string;
}

/** A column with everything it inherits filled in. */
export type FullColumn = Required<Omit<Column, 'label'>> & { name: string; label?: Text };

/** The columns of a dataset with what they inherit from it. */
export function fullColumns(dataset: Dataset): FullColumn[] {
  return Object.entries(dataset.columns).map(([name, column]) => ({
    purpose: dataset.purpose,
    legalBasis: dataset.legalBasis,
    recipients: dataset.recipients,
    transfers: dataset.transfers,
    retention: dataset.retention,
    ...column,
    name,
  }));
}

/** The text in the wanted language, else in English. */
export function textIn(text: Text, lang: string): string {
  return text[lang] ?? text.en;
}

/** True if the column belongs into a portability package (Art. 20(1) GDPR: provided by the person, on consent or contract). */
export function isPortable(column: FullColumn): boolean {
  return column.provided !== 'derived' && (column.legalBasis === 'consent' || column.legalBasis === 'contract');
}
