/** Reads `quittance.config.ts`: validates everything, fills in defaults, and names all problems at once. */
import type { Brand, Configuration, Policies, Recipient, SystemDeclaration } from '../configuration.ts';
import type { Text } from '../data-map.ts';
import { checkIdentifiers, checkOrder } from './check-systems.ts';
import { TextReader } from './complete-dataset.ts';
import { completeSystem } from './complete-system.ts';
import { ConfigurationError } from './configuration-error.ts';
import type { ConfigurationInput, SystemInput, TextInput } from './configuration-input.ts';
import { DEFAULT_POLICIES, defaultReminders } from './default-policies.ts';
import * as schemas from './input-schemas.ts';
import { classOf, ProblemList } from './problem-list.ts';

const KEYS = [
  'controller',
  'dataProtectionOfficer',
  'laws',
  'holidays',
  'languages',
  'mailFrom',
  'mailbox',
  'privacyNoticeUrl',
  'recipients',
  'systems',
  'brands',
  'identifiers',
  'policies',
  'automatedDecisions',
  'witnesses',
  'staff',
] as const;

/** Sections whose shape is checked as a whole; systems and recipients go part by part. */
const SECTIONS = {
  controller: schemas.controller,
  dataProtectionOfficer: schemas.dataProtectionOfficer.optional(),
  laws: schemas.laws,
  holidays: schemas.holidays.optional(),
  languages: schemas.languages,
  mailFrom: schemas.emailShape,
  mailbox: schemas.mailbox.optional(),
  privacyNoticeUrl: schemas.urlShape.optional(),
  policies: schemas.policies.optional(),
  witnesses: schemas.witnesses.optional(),
  staff: schemas.staff.optional(),
  automatedDecisions: schemas.textShape.optional(),
};

type Raw = Partial<Record<(typeof KEYS)[number], unknown>>;

const isName = (text: string): boolean => /^[a-z][a-z0-9-]*$/.test(text);

function entries(value: unknown, problems: ProblemList): [string, unknown][] {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return Object.entries(value);
  if (value !== undefined) problems.add(classOf(value), 'write an object');
  return [];
}

function checkSections(raw: Raw, problems: ProblemList): Set<string> {
  const sound = new Set<string>();
  for (const [name, schema] of Object.entries(SECTIONS)) {
    if (problems.at(name).shape(schema, raw[name as keyof Raw])) sound.add(name);
  }
  const unknown = Object.keys(raw).filter((key) => !(KEYS as readonly string[]).includes(key));
  for (const key of unknown) problems.at(key).add('an unknown key', `remove it or correct it to one of: ${KEYS.join(', ')}`);
  return sound;
}

function readRecipients(raw: unknown, texts: TextReader, problems: ProblemList): Recipient[] {
  if (!Array.isArray(raw)) {
    problems.add(classOf(raw), 'write the list of those the data are disclosed to (it may be empty)');
    return [];
  }
  const recipients: Recipient[] = [];
  for (const [index, written] of raw.entries()) {
    const at = problems.at(index);
    if (!at.shape<ConfigurationInput['recipients'][number]>(schemas.recipient, written)) continue;
    if (recipients.some(({ name }) => name === written.name)) at.at('name').add('a name used twice', 'name every recipient once');
    recipients.push({ ...written, purpose: texts.read(written.purpose, at.at('purpose')) });
  }
  return recipients;
}

/** Names as written, also of malformed recipients, so that each mistake is reported once. */
function recipientNames(raw: unknown): Set<string> {
  return new Set(Array.isArray(raw) ? raw.map((one: { name?: unknown } | null) => String(one?.name)) : []);
}

function readTexts(raw: unknown, texts: TextReader, problems: ProblemList): Record<string, Text> {
  const read: Record<string, Text> = {};
  for (const [name, text] of entries(raw, problems)) {
    if (problems.at(name).shape<TextInput>(schemas.textShape, text)) read[name] = texts.read(text, problems.at(name));
  }
  return read;
}

interface SystemsContext {
  raw: Raw;
  texts: TextReader;
  zone: string;
  identifiers: string[];
  problems: ProblemList;
}

function readSystems({ raw, texts, zone, identifiers, problems }: SystemsContext): Record<string, SystemDeclaration> {
  const written = entries(raw.systems, problems);
  if (written.length === 0) problems.add(classOf(raw.systems), 'connect at least one system');
  const recipients = recipientNames(raw.recipients);
  const systems: Record<string, SystemDeclaration> = {};
  for (const [name, input] of written) {
    const at = problems.at(name);
    if (!isName(name)) at.add('a name that does not fit', 'name systems with small letters, digits and -');
    const system = completeSystem(input, { texts, recipients, zone, problems: at });
    if (system) systems[name] = system;
  }
  // An identifier may be asked for or given by a part that could not be read: then only that part's problems are shown.
  const whole = written.every(
    ([name, input]) => systems[name]?.datasets.length === Object.keys((input as SystemInput).datasets ?? {}).length,
  );
  checkOrder(
    systems,
    written.map(([name]) => name),
    problems,
  );
  if (whole) checkIdentifiers(systems, identifiers, problems);
  return systems;
}

function readBrands(raw: unknown, texts: TextReader, problems: ProblemList): Record<string, Brand> {
  const brands: Record<string, Brand> = {};
  for (const [name, written] of entries(raw, problems)) {
    const at = problems.at(name);
    if (!isName(name)) at.add('a name that does not fit', 'name brands with small letters, digits and -');
    if (!at.shape<NonNullable<ConfigurationInput['brands']>[string]>(schemas.brand, written)) continue;
    brands[name] = { ...written, label: texts.read(written.label, at.at('label')) };
  }
  return brands;
}

/** The farthest reminder first, as they are sent. */
function readPolicies(input: ConfigurationInput): Policies {
  const policies = { ...DEFAULT_POLICIES, reminders: defaultReminders(input), ...input.policies };
  return { ...policies, reminders: policies.reminders.toSorted((one, other) => other.daysBefore - one.daysBefore) };
}

/**
 * The configuration of a deployment, complete.
 *
 * @throws ConfigurationError naming every problem with its path, the class of the value found, and the remedy.
 * @example
 * export default defineQuittance({ controller: {...}, laws: ['eu-gdpr'], languages: ['en'], systems: { shop: postgres({...}) }, ... });
 */
export function defineQuittance(input: ConfigurationInput): Configuration {
  const problems = new ProblemList();
  const raw: Raw = Object.fromEntries(entries(input, problems));
  const sound = checkSections(raw, problems);
  const texts = new TextReader(sound.has('languages') ? input.languages : ['en']);
  const zone = sound.has('controller') ? input.controller.zone : 'UTC';
  const identifiers = readTexts(raw.identifiers, texts, problems.at('identifiers'));
  const recipients = readRecipients(raw.recipients, texts, problems.at('recipients'));
  const systems = readSystems({ raw, texts, zone, identifiers: Object.keys(identifiers), problems: problems.at('systems') });
  const decisions = sound.has('automatedDecisions') ? (raw.automatedDecisions as TextInput | undefined) : undefined;
  const automatedDecisions = decisions === undefined ? undefined : texts.read(decisions, problems.at('automatedDecisions'));
  const brands = readBrands(raw.brands, texts, problems.at('brands'));
  if (problems.problems.length > 0) throw new ConfigurationError(problems.problems);
  const { automatedDecisions: _, identifiers: __, brands: ___, ...rest } = input;
  return {
    ...rest,
    recipients,
    systems,
    ...(raw.brands === undefined ? {} : { brands }),
    identifiers,
    policies: readPolicies(input),
    ...(automatedDecisions && { automatedDecisions }),
    staff: { rolesClaim: input.staff?.rolesClaim ?? 'roles' },
  };
}
