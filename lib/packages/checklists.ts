/** What the laws of a request want in an answer: `missingContent` compares it with the configuration, the page must answer all of it. */
import type { Column } from '../domain/data-map.ts';
import { BugError } from '../domain/errors.ts';
import { lawsOf } from '../domain/law/choose-laws.ts';
import { fullCite, type Item, type Law } from '../domain/law/law.ts';
import { grants } from '../domain/law/laws.ts';
import { EU_GDPR } from '../domain/law/regimes/eu-gdpr.ts';
import { rightsToAnswer } from '../domain/plan.ts';
import type { Request } from '../domain/request.ts';
import type { Right } from '../domain/rights.ts';
import type { PackageContent } from './content.ts';
import type { DatasetPart } from './dataset-parts.ts';

/** What an answer tells: the laws have different words for the same thing. */
export type Topic =
  | 'controller'
  | 'confirmation'
  | 'copy'
  | 'purposes'
  | 'categories'
  | 'recipients'
  | 'retention'
  | 'rights'
  | 'complaint'
  | 'source'
  | 'automated'
  | 'transfers'
  | 'portable'
  | 'sold'
  | 'disclosed';

/** One thing a law wants in the answer. */
export interface Wanted {
  law: Law;
  item: string;
  topic: Topic;
  /** The article with its source; undefined where another law's list is borrowed. */
  article: string | undefined;
}

/** The laws' words, and what tells them. */
const TOPICS: Readonly<Record<string, readonly Topic[]>> = {
  identity_and_contact_of_controller: ['controller'],
  confirmation: ['confirmation'],
  confirm_processing: ['confirmation'],
  copy_of_data: ['copy'],
  access_data: ['copy'],
  data_as_such: ['copy'],
  specific_pieces: ['copy'],
  purposes: ['purposes'],
  purpose: ['purposes'],
  categories: ['categories'],
  categories_collected: ['categories'],
  recipients: ['recipients'],
  categories_of_third_parties: ['recipients'],
  list_or_categories_of_third_parties: ['recipients'],
  recipients_and_abroad: ['recipients', 'transfers'],
  transfer_safeguards: ['transfers'],
  retention: ['retention'],
  retention_or_criteria: ['retention'],
  rights_rectify_erase_restrict_object: ['rights'],
  complaint_right: ['complaint'],
  source: ['source'],
  categories_of_sources: ['source'],
  automated_decisions_logic_consequences: ['automated'],
  automated_decision_and_logic: ['automated'],
  sold_or_shared_by_category_and_recipient: ['sold'],
  disclosed_for_business_purpose_by_category_and_recipient: ['disclosed'],
  portable_copy_of_provided_data: ['portable'],
  portability: ['portable'],
  structured: ['portable'],
  commonly_used: ['portable'],
  machine_readable: ['portable'],
};

/** Rights that are answered by a package. */
const ANSWERED: readonly Right[] = ['access', 'portability'];

function topicsOf({ code }: Item, { id }: Law): readonly Topic[] {
  const topics = TOPICS[code];
  if (topics === undefined) throw new BugError(`Nothing in a package answers "${code}", which ${id} asks for`, { code: 'invariant' });
  return topics;
}

/** The citation without the remark that explains it. */
function article(law: Law, { cite }: Item): string {
  return fullCite(law, cite.split(': ', 1)[0]!);
}

/** What the law wants in the answer to a right; where it has no list, the longest one, without its articles. */
function wantedBy(law: Law, right: Right): Wanted[] {
  const own = law.responseContent[right];
  const { cite = '', items = [] } = own ?? EU_GDPR.responseContent[right] ?? {};
  const listed = items.length > 0 ? items : [{ code: right, cite }];
  return listed.flatMap((item) =>
    topicsOf(item, law).map((topic) => ({ law, item: item.code, topic, article: own === undefined ? undefined : article(law, item) })),
  );
}

/** Everything the answer must hold: of each law that gives the right, as it stood on the day of receipt. */
export function checklistOf(request: Pick<Request, 'laws' | 'receivedOn' | 'rights' | 'refusals'>): Wanted[] {
  const rights = rightsToAnswer(request).filter((right) => ANSWERED.includes(right));
  return lawsOf(request).flatMap((law) =>
    rights.filter((right) => grants(law, right, request.receivedOn)).flatMap((right) => wantedBy(law, right)),
  );
}

/** Names what the configuration lacks to tell a topic, as paths. */
type Gaps = (content: PackageContent, datasets: DatasetPart[]) => string[];

function isBlank(text: string | { en: string } | undefined): boolean {
  return (typeof text === 'string' ? text : (text?.en ?? '')).trim() === '';
}

/** Paths of columns for which the check finds nothing to say. */
function columnsWithout(check: (column: Column) => boolean): Gaps {
  return (_, datasets) =>
    datasets.flatMap(({ system, dataset, columns }) =>
      columns.filter(check).map(({ name }) => `systems.${system}.datasets.${dataset.name}.columns.${name}`),
    );
}

const undeclaredRecipients: Gaps = (content, datasets) => {
  const declared = new Set(content.configuration.recipients.filter((one) => !isBlank(one.name)).map((one) => one.name));
  const unknown = (names: string[] | undefined): boolean => (names ?? []).some((name) => !declared.has(name));
  return [
    ...columnsWithout((column) => unknown(column.recipients))(content, datasets),
    ...(unknown(content.requestSystem?.recipients) ? ['requestSystem.recipients'] : []),
  ];
};

const controllerUnnamed: Gaps = ({ configuration: { controller } }) =>
  (['name', 'email'] as const).filter((field) => isBlank(controller[field])).map((field) => `controller.${field}`);

const decisionsUnexplained: Gaps = ({ configuration: { automatedDecisions: said } }) =>
  said !== undefined && isBlank(said) ? ['automatedDecisions'] : [];

/** What must be configured to tell a topic; the others are told of any configuration. */
const GAPS: Partial<Record<Topic, Gaps>> = {
  controller: controllerUnnamed,
  confirmation: controllerUnnamed,
  copy: controllerUnnamed,
  purposes: columnsWithout(({ purpose }) => isBlank(purpose)),
  categories: columnsWithout(({ category }) => isBlank(category)),
  // By name, not by category: CJEU C-154/21.
  recipients: undeclaredRecipients,
  sold: undeclaredRecipients,
  disclosed: undeclaredRecipients,
  retention: columnsWithout(({ retention }) => isBlank(retention)),
  source: columnsWithout(({ provided }) => isBlank(provided)),
  automated: decisionsUnexplained,
  transfers: columnsWithout(({ transfers = [] }) => transfers.some(({ safeguard, country }) => isBlank(safeguard) || isBlank(country))),
};

/** Paths of the configuration that leave a topic untold. */
export function gapsIn(topic: Topic, content: PackageContent, datasets: DatasetPart[]): string[] {
  return GAPS[topic]?.(content, datasets) ?? [];
}
