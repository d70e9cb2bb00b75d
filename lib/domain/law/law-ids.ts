/** Ids of the laws known, as configurations and requests name them; apart from the laws, so that naming one loads none. */
export const LAW_IDS = ['eu-gdpr', 'us-ca-ccpa'] as const;

export type LawId = (typeof LAW_IDS)[number];
