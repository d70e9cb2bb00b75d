/** A consent receipt as ISO/IEC TS 27560 has it, in the W3C Data Privacy Vocabulary: a receipt around one record per decision. */
import type { ConsentReceipt } from '../payload.ts';
import {
  authorities,
  byHash,
  controller,
  dataSubject,
  duration,
  heading,
  instant,
  type Node,
  optional,
  place,
  PROFILE,
  ref,
  said,
  until,
} from './linked-data.ts';

type Decision = ConsentReceipt['decisions'][number];

/** What the person decides; everything else comes from the company, or with time. */
const BY_PERSON: readonly Decision['status'][] = [
  'dpv:ConsentGiven',
  'dpv:RenewedConsentGiven',
  'dpv:ConsentRefused',
  'dpv:ConsentWithdrawn',
  'dpv:ConsentRequestDeferred',
];

const ROLES: Record<NonNullable<Decision['recipients']>[number]['role'], string> = {
  processor: 'dpv:DataProcessor',
  controller: 'dpv:DataController',
  'service-provider': 'dpv:DataProcessor',
  contractor: 'dpv:DataProcessor',
  'third-party': 'dpv:ThirdParty',
  authority: 'dpv:Authority',
};

const SENSITIVITY = {
  normal: 'dpv:PersonalData',
  sensitive: 'dpv:SensitivePersonalData',
  special: 'dpv:SpecialCategoryPersonalData',
} as const;

function personalData({ data }: Decision, lang: string): Node[] {
  return data.map(({ label, dpv, necessity, sensitivity }) => ({
    '@type': [SENSITIVITY[sensitivity], ...(dpv === undefined ? [] : [dpv])],
    'dct:title': said(label, lang),
    'dpv:hasNecessity': ref(necessity === 'required' ? 'dpv:Required' : 'dpv:Optional'),
  }));
}

function storage({ storage: stored }: Decision): Node[] {
  if (stored === undefined) return [];
  const { locations, duration: kept, deletionWithin } = stored;
  return [
    { '@type': 'dpv:StorageLocation', 'dpv:hasLocation': locations.map(place) },
    { '@type': 'dpv:StorageDuration', 'dpv:hasDuration': duration(kept) },
    ...(deletionWithin === undefined ? [] : [{ '@type': 'dpv:StorageDeletion', 'dpv:hasDuration': duration(deletionWithin) }]),
  ];
}

function recipients({ recipients: named = [] }: Decision): Node[] {
  return named.map(({ name, role, country }) => ({ '@type': ROLES[role], 'dpv:hasName': name, 'dpv:hasCountry': place(country) }));
}

/** The purpose with its data: what was agreed to, or not. */
function processOf(decision: Decision, { lang, collection }: ConsentReceipt): Node {
  const { purpose, channels } = decision;
  return {
    '@type': 'dpv:Process',
    'dpv:hasService': said(collection.service, lang),
    'dpv:hasPurpose': {
      '@type': ['dpv:Purpose', ...(purpose.dpv === undefined ? [] : [purpose.dpv])],
      'dct:identifier': purpose.id,
      'dct:title': said(purpose.label, lang),
    },
    'dpv:hasPersonalData': personalData(decision, lang),
    ...optional('schema:availableChannel', channels),
    ...optional('dpv:hasStorageCondition', storage(decision)),
    ...optional('dpv:hasRecipient', recipients(decision)),
  };
}

/** The event: which state, by whom, when, how, and until when it holds. */
function statusOf({ status, type, at, validUntil }: Decision, { lang, collection, issuer }: ConsentReceipt): Node {
  return {
    '@type': [status, ...(type === undefined ? [] : [type])],
    'dpv:isIndicatedBy': ref(BY_PERSON.includes(status) ? 'dpv:DataSubject' : issuer.id),
    'dpv:isIndicatedAtTime': instant(at),
    'dpv:hasIndicationMethod': said(collection.method, lang),
    ...optional('dpv:hasDuration', validUntil && until(validUntil)),
  };
}

function noticeOf({ notice }: ConsentReceipt): Node {
  return {
    '@id': notice.url,
    '@type': 'dpv:ConsentNotice',
    'dct:identifier': notice.id,
    'dcat:version': notice.version,
    'schema:sha256': notice.sha256,
    ...optional('dct:language', notice.lang),
  };
}

function rightsOf({ withdraw, rights }: ConsentReceipt, gdpr: boolean): Node[] {
  const right = 'dpv:DataSubjectRight';
  return [
    { '@type': gdpr ? [right, 'eu-gdpr:A7-3'] : right, 'dpv:isExercisedAt': ref(withdraw.url) },
    ...(rights === undefined ? [] : [{ '@type': right, 'dpv:isExercisedAt': ref(rights) }]),
  ];
}

function recordOf(decision: Decision, payload: ConsentReceipt, gdpr: boolean): Node {
  const { withdraw, lang } = payload;
  return {
    '@id': `${payload.verify.url}#${encodeURIComponent(decision.purpose.id)}`,
    '@type': 'dpv:ConsentRecord',
    'dct:identifier': `${payload.id}#${decision.purpose.id}`,
    'dct:conformsTo': ref(`${PROFILE}${gdpr ? 'record-eu-gdpr' : 'record'}`),
    'dpv:hasDataSubject': dataSubject(payload),
    'dpv:hasDataController': controller(payload),
    'dpv:hasJurisdiction': place(payload.jurisdiction),
    'dpv:hasLegalBasis': ref(decision.legalBasis),
    'dpv:hasProcess': processOf(decision, payload),
    'dpv:hasNotice': noticeOf(payload),
    'dpv:hasConsentControl': {
      '@type': 'dpv:WithdrawConsent',
      'dpv:isExercisedAt': ref(withdraw.url),
      ...optional('dct:description', withdraw.method && said(withdraw.method, lang)),
    },
    'dpv:hasRight': rightsOf(payload, gdpr),
    ...optional('dpv:hasAuthority', authorities(payload)),
    'dpv:hasConsentStatus': statusOf(decision, payload),
  };
}

/** The receipt and its records; under the profile for the GDPR where every consent is one of the GDPR. */
export function consentRecord(payload: ConsentReceipt): Node {
  const gdpr = payload.decisions.every(({ legalBasis }) => legalBasis.startsWith('eu-gdpr:'));
  return {
    ...heading(payload, 'dpv:ConsentReceipt'),
    'dct:conformsTo': ref(`${PROFILE}${gdpr ? 'receipt-eu-gdpr' : 'receipt'}`),
    'dpv:hasConsentStatus': ref(payload.status),
    ...optional('dcat:previousVersion', payload.prev && byHash(payload.prev)),
    'dpv:hasRecordOfActivity': payload.decisions.map((decision) => recordOf(decision, payload, gdpr)),
  };
}
