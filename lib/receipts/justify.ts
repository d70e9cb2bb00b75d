/** Grounds in the vocabulary that others read: which DPV justification says what a ground of ours says. */
import { JUSTIFICATIONS, type Justification } from '../domain/dpv/justifications.ts';
import { PROVISION } from '../domain/refusal/grounds.ts';
import { NOT_CONTROLLER, NOT_GRANTED, REFUSED_BY_STAFF } from '../domain/refusal/without-exemption.ts';

/**
 * Every code by which the law data, the configuration and we ourselves refuse or put off, under the narrowest justification that is
 * true of all it covers: `LegallyExempted` ("a law allows the non-fulfilment") where DPV tells the case no further apart.
 */
const COVERS: Partial<Record<Justification, readonly string[]>> = {
  'justifications:ComplexityOfProcess': ['alternative_format', 'complexity', 'number_of_records'],
  'justifications:ConfidentialityObligationCompromised': ['evidentiary_privilege', 'formal_law_incl_professional_secrecy'],
  'justifications:ContractPerformanceNecessity': ['complete_transaction_or_contract'],
  'justifications:CrimeInvestigationImpaired': ['law_enforcement_cooperation'],
  'justifications:DelayJustification': ['consultations_needed', 'more_time_needed', 'unreasonable_interference'],
  'justifications:FreedomOfExpressionImpaired': ['free_speech_or_other_right', 'freedom_of_expression', 'noncommercial_press'],
  'justifications:HighVolumeOfProcesses': ['number_of_requests'],
  'justifications:IdentityVerificationFailure': ['not_identifiable', 'unauthenticated', 'unverified'],
  'justifications:LegalClaimImpaired': ['legal_claims'],
  'justifications:LegalObligationImpaired': [
    'breach_of_other_law',
    'calecpa',
    'comply_with_law_or_court',
    'law_or_court_order',
    'legal_obligation',
    'legal_obligation_or_public_task',
    'legal_or_regulatory_obligation',
  ],
  'justifications:LegalProcessImpaired': ['regulatory_inquiry_or_subpoena'],
  'justifications:LegallyExempted': [
    PROVISION,
    'clinical_trial',
    'commercial_credit_agency',
    'controller_only_anonymised',
    'deidentified_or_aggregate',
    'dppa',
    'entity_or_data_level_exemptions',
    'fcra',
    'glba_cfipa_farm_credit',
    'household_data',
    'medical_hipaa_cmia',
    'national_restriction',
    'no_reidentification',
    'pseudonymous_or_deidentified',
    'student_records_and_tests',
    'third_party_sourced_suppression_instead',
    'trade_secret',
    'trade_secrets',
    'transfer_to_third_party',
    'vehicle_or_vessel_warranty',
    'wholly_outside_california',
    'yearbook_physical_item',
  ],
  'justifications:LegitimateInterestOverride': [
    'compelling_legitimate_grounds',
    'overriding_interest_of_a_private_controller_who_does_not_disclose_to_third_parties',
  ],
  'justifications:NonFulfilmentJustification': [REFUSED_BY_STAFF],
  'justifications:NotRequiredJustification': [NOT_CONTROLLER, NOT_GRANTED],
  'justifications:ObjectivesImpaired': ['debug', 'internal_use_aligned_with_expectations', 'serious_hindrance_to_business'],
  'justifications:ProcessExcessive': ['excessive_or_repetitive'],
  'justifications:ProcessFrivolous': ['obviously_unjustified_or_frivolous'],
  'justifications:ProcessRejected': ['fraud_suspected', 'manifestly_unfounded_excessive_repetitive', 'manifestly_unfounded_or_excessive'],
  'justifications:ProcessUnfounded': ['manifestly_unfounded'],
  'justifications:PublicHealthCompromised': ['public_health'],
  'justifications:PublicInterestCompromised': ['public_interest_research'],
  'justifications:PublicSecurityImpaired': ['emergency_access'],
  'justifications:ScientificHistoricalResearchImpaired': ['archiving_research_statistics', 'research_body', 'research_with_consent'],
  'justifications:SecurityImpaired': ['security_and_integrity'],
  'justifications:ThirdPartyRightsImpaired': [
    'adverse_effect_on_others',
    'harm_to_rights_of_the_person_or_others',
    'overriding_third_party_interests',
    'rights_of_others',
  ],
};

const BY_CODE = new Map(JUSTIFICATIONS.flatMap((term) => [term, ...(COVERS[term] ?? [])].map((code) => [code, term] as const)));

/** A code as it is signed: DPV's, and beside it ours where it says more. A code nobody placed is a reason for not fulfilling at least. */
export function justified(code: string): { code: Justification; ground?: string } {
  const term = BY_CODE.get(code) ?? 'justifications:NonFulfilmentJustification';
  return term === code ? { code: term } : { code: term, ground: code };
}

/** The code by which the laws know a signed ground. */
export function ownCode({ code, ground }: { code: string; ground?: string | undefined }): string {
  return ground ?? code;
}
