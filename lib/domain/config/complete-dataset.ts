/** Turns a dataset as written (short columns, inherited defaults) into a full entry of the data map. */
import type { Column, Dataset, Erasure, NamedDataset, Text } from '../data-map.ts';
import type { ColumnInput, DatasetDefaults, DatasetInput, TextInput } from './configuration-input.ts';
import type { ProblemList } from './problem-list.ts';

const DISCLOSE = ['value', 'describe', 'never'];
const PROVIDED = ['given', 'observed', 'derived'];
const ABOUT = ['person', 'other'];

type ColumnWords = Partial<Column> & { category: string };

/** Reads texts and notes the languages they lack. */
export class TextReader {
  readonly languages: string[];

  constructor(languages: string[]) {
    this.languages = languages;
  }

  read(input: TextInput, problems: ProblemList): Text {
    if (typeof input === 'string') return this.plain(input, problems);
    const missing = [...new Set(['en', ...this.languages])].filter((language) => !input[language]);
    if (missing.length > 0) problems.add('a text in some languages', `add ${missing.join(', ')}`);
    return input;
  }

  private plain(text: string, problems: ProblemList): Text {
    const others = this.languages.filter((language) => language !== 'en');
    if (others.length > 0) problems.add('a text in one language', `write { ${['en', ...others].join(', ')} }`);
    return { en: text };
  }
}

function readShortColumn(short: string, problems: ProblemList): ColumnWords {
  const [category = '', ...words] = short.trim().split(/\s+/);
  const column: Record<string, string> = { category };
  for (const word of words) {
    const aspect = DISCLOSE.includes(word) ? 'disclose' : PROVIDED.includes(word) ? 'provided' : ABOUT.includes(word) ? 'about' : undefined;
    if (!aspect) problems.add('an unknown word', `after the category write only ${[...DISCLOSE, ...PROVIDED, ...ABOUT].join(', ')}`);
    else if (column[aspect]) problems.add('two words for one thing', `keep one of ${column[aspect]} and ${word}`);
    else column[aspect] = word;
  }
  return column as unknown as ColumnWords;
}

/** What a dataset is completed with besides itself. */
export interface CompletionContext {
  defaults: DatasetDefaults;
  texts: TextReader;
  problems: ProblemList;
}

function completeColumn(input: ColumnInput, { defaults, texts, problems }: CompletionContext): Column {
  const written = typeof input === 'string' ? readShortColumn(input, problems) : input;
  const provided = written.provided ?? defaults.provided;
  if (!provided)
    problems.add('no word for where the value comes from', "add 'given', 'observed' or 'derived', or `provided` to the dataset");
  const column: Record<string, unknown> = {
    disclose: defaults.disclose ?? 'value',
    about: defaults.about ?? 'person',
    ...written,
    provided,
  };
  for (const key of ['label', 'purpose', 'retention'] as const) {
    if (written[key] !== undefined) column[key] = texts.read(written[key], problems.at(key));
  }
  return column as unknown as Column;
}

function completeErasure(input: DatasetInput['erasure'], { texts, problems }: CompletionContext): Erasure {
  if (input === 'delete') return { how: 'delete' };
  if (input.how !== 'retain') return input;
  const sentence = texts.read(input.retain.sentence, problems.at('erasure', 'retain', 'sentence'));
  return { ...input, retain: { ...input.retain, sentence } };
}

const REQUIRED = ['purpose', 'legalBasis', 'recipients', 'retention'] as const;

/** The dataset with everything filled in; what nobody said is noted. */
export function completeDataset(name: string, input: DatasetInput, context: CompletionContext): NamedDataset {
  const { texts, problems } = context;
  const merged: DatasetInput = { ...context.defaults, ...input };
  for (const key of REQUIRED) {
    if (merged[key] === undefined) problems.at(key).add('nothing', "write it here or in the system's `defaults`");
  }
  const read = (key: 'label' | 'purpose' | 'retention'): Text =>
    merged[key] === undefined ? { en: '' } : texts.read(merged[key], problems.at(key));
  const inner = { ...context, defaults: merged };
  const columns = Object.entries(input.columns).map(([column, written]) => [
    column,
    completeColumn(written, { ...inner, problems: problems.at('columns', column) }),
  ]);
  const dataset: Dataset = {
    label: read('label'),
    purpose: read('purpose'),
    legalBasis: merged.legalBasis ?? 'contract',
    recipients: merged.recipients ?? [],
    transfers: merged.transfers ?? [],
    retention: read('retention'),
    ...(merged.source === undefined ? {} : { source: texts.read(merged.source, problems.at('source')) }),
    columns: Object.fromEntries(columns) as Record<string, Column>,
    erasure: completeErasure(input.erasure, inner),
  };
  return { name, ...dataset };
}
