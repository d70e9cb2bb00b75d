/** What each law wants in an answer, as lists: `missingContent` compares them with the configuration, the page must answer every item. */
import type { Column } from '../domain/data-map.ts';
import type { Right } from '../domain/rights.ts';
import type { DatasetPart } from './dataset-parts.ts';
import type { PackageContent } from './content.ts';

export type GdprItem =
  | 'confirmation'
  | 'copy_of_data'
  | 'purposes'
  | 'categories'
  | 'recipients'
  | 'retention_or_criteria'
  | 'rights_rectify_erase_restrict_object'
  | 'complaint_right'
  | 'source'
  | 'automated_decisions_logic_consequences'
  | 'transfer_safeguards';

export type CaliforniaItem =
  | 'categories_collected'
  | 'categories_of_sources'
  | 'purposes'
  | 'categories_of_third_parties'
  | 'specific_pieces'
  | 'sold_or_shared_by_category_and_recipient'
  | 'disclosed_for_business_purpose_by_category_and_recipient';

export type ItemId = GdprItem | CaliforniaItem | 'portable_copy';

/** One thing an answer must hold; `gaps` names what the configuration lacks to say it, as paths. */
export interface ChecklistItem {
  id: ItemId;
  cite: string;
  gaps(content: PackageContent, datasets: DatasetPart[]): string[];
}

/** Which of the written lists applies; other laws get the European one, which is the longest. */
export type LawFamily = 'gdpr' | 'california';

const none = (): string[] => [];

function isBlank(text: string | { en: string } | undefined): boolean {
  return (typeof text === 'string' ? text : (text?.en ?? '')).trim() === '';
}

/** Paths of columns for which the check finds nothing to say. */
function columnsWithout(check: (column: Column) => boolean): ChecklistItem['gaps'] {
  return (_, datasets) =>
    datasets.flatMap((part) => part.columns.filter(check).map((column) => `${part.system}/${part.dataset.name}/${column.name}`));
}

const undeclaredRecipients: ChecklistItem['gaps'] = (content, datasets) => {
  const declared = new Set(content.configuration.recipients.filter((one) => !isBlank(one.name)).map((one) => one.name));
  const unknown = (names: string[] | undefined): boolean => (names ?? []).some((name) => !declared.has(name));
  return [
    ...columnsWithout((column) => unknown(column.recipients))(content, datasets),
    ...(unknown(content.requestSystem?.recipients) ? ['requestSystem.recipients'] : []),
  ];
};

const controllerUnnamed: ChecklistItem['gaps'] = ({ configuration: { controller } }) =>
  (['name', 'email'] as const).filter((field) => isBlank(controller[field])).map((field) => `controller.${field}`);

const withoutPurpose = columnsWithout((column) => isBlank(column.purpose));
const withoutCategory = columnsWithout((column) => isBlank(column.category));

/** Art. 15 GDPR; the United Kingdom kept it word for word. */
const GDPR: ChecklistItem[] = [
  { id: 'confirmation', cite: 'Art. 15(1)', gaps: controllerUnnamed },
  { id: 'copy_of_data', cite: 'Art. 15(3)', gaps: none },
  { id: 'purposes', cite: 'Art. 15(1)(a)', gaps: withoutPurpose },
  { id: 'categories', cite: 'Art. 15(1)(b)', gaps: withoutCategory },
  // By name, not by category: CJEU C-154/21.
  { id: 'recipients', cite: 'Art. 15(1)(c)', gaps: undeclaredRecipients },
  { id: 'retention_or_criteria', cite: 'Art. 15(1)(d)', gaps: columnsWithout((column) => isBlank(column.retention)) },
  { id: 'rights_rectify_erase_restrict_object', cite: 'Art. 15(1)(e)', gaps: none },
  { id: 'complaint_right', cite: 'Art. 15(1)(f)', gaps: none },
  { id: 'source', cite: 'Art. 15(1)(g)', gaps: columnsWithout((column) => isBlank(column.provided)) },
  {
    id: 'automated_decisions_logic_consequences',
    cite: 'Art. 15(1)(h)',
    gaps: ({ configuration }) =>
      configuration.automatedDecisions && isBlank(configuration.automatedDecisions) ? ['automatedDecisions'] : [],
  },
  {
    id: 'transfer_safeguards',
    cite: 'Art. 15(2)',
    gaps: columnsWithout((column) => (column.transfers ?? []).some((transfer) => isBlank(transfer.safeguard) || isBlank(transfer.country))),
  },
];

/** Cal. Civ. Code 1798.110(a), .115(a), .130(a)(3)-(4). */
const CALIFORNIA: ChecklistItem[] = [
  { id: 'categories_collected', cite: '1798.110(a)(1)', gaps: withoutCategory },
  { id: 'categories_of_sources', cite: '1798.110(a)(2)', gaps: columnsWithout((column) => isBlank(column.provided)) },
  { id: 'purposes', cite: '1798.110(a)(3)', gaps: withoutPurpose },
  { id: 'categories_of_third_parties', cite: '1798.110(a)(4)', gaps: undeclaredRecipients },
  { id: 'specific_pieces', cite: '1798.110(a)(5)', gaps: controllerUnnamed },
  { id: 'sold_or_shared_by_category_and_recipient', cite: '1798.115(a)(2)', gaps: undeclaredRecipients },
  { id: 'disclosed_for_business_purpose_by_category_and_recipient', cite: '1798.115(a)(3)', gaps: undeclaredRecipients },
];

const CHECKLISTS: Record<LawFamily, ChecklistItem[]> = { gdpr: GDPR, california: CALIFORNIA };

const PORTABLE: Record<LawFamily, ChecklistItem> = {
  gdpr: { id: 'portable_copy', cite: 'Art. 20(1)', gaps: none },
  california: { id: 'portable_copy', cite: '1798.130(a)(3)(B)(iii)', gaps: none },
};

/** The list that answers a request under this law. */
export function familyOf(law: string): LawFamily {
  return law === 'us-ca-ccpa' ? 'california' : 'gdpr';
}

/** Everything the answer to these rights must hold under this law. */
export function checklistFor(law: string, rights: readonly Right[]): ChecklistItem[] {
  const family = familyOf(law);
  return [...(rights.includes('access') ? CHECKLISTS[family] : []), ...(rights.includes('portability') ? [PORTABLE[family]] : [])];
}

/** The article to print beside an item; undefined where the list is used for a law it was not written for. */
export function citationOf(law: string, item: ItemId): string | undefined {
  const family = familyOf(law);
  if (family === 'gdpr' && law !== 'eu-gdpr' && law !== 'uk-gdpr') return undefined;
  return [...CHECKLISTS[family], PORTABLE[family]].find(({ id }) => id === item)?.cite;
}
