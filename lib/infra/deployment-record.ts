/** What a deployment is made of, as a parameter in SSM: `quittance doctor` reads it instead of asking CloudFormation. */
import { type Stack } from 'aws-cdk-lib';
import { ParameterTier, StringParameter } from 'aws-cdk-lib/aws-ssm';
import type { Granted } from './grants.ts';

export interface DeploymentRecord {
  granted: Granted;
  /** Public origin. */
  address: string;
  /** Configuration set that reports what became of each mail. */
  mailEvents: string;
  staffIssuer: string;
  /** Where mail comes in, and the rules that must be active for it. */
  inbound?: { mailbox: string; ruleSet: string };
}

/** Writes `<prefix>/deployment`: names only, nothing secret. */
export function recordDeployment(stack: Stack, { granted, address, mailEvents, staffIssuer, inbound }: DeploymentRecord): void {
  const { storage, parameters, connectorSecrets } = granted;
  const record = {
    stack: stack.stackName,
    region: stack.region,
    address,
    staffIssuer,
    mailFrom: granted.mailFrom,
    mailEvents,
    machine: granted.machineArn,
    tables: [storage.requests, storage.caseKeys, storage.receipts].map(({ tableName }) => tableName),
    ...(inbound !== undefined && { inbound }),
    buckets: [storage.vault, storage.delivery, storage.log, ...(storage.inbound ? [storage.inbound] : [])].map(
      ({ bucketName }) => bucketName,
    ),
    log: { table: storage.receipts.tableName, bucket: storage.log.bucketName },
    keys: { data: storage.dataKey.keyId, case: storage.caseKey.keyId, receipt: storage.receiptKey.keyId, log: storage.logKey.keyId },
    secrets: [
      ...['token-secret', 'staff/session-secret', 'staff/client-secret'].map((name) => `${parameters}/${name}`),
      ...connectorSecrets,
    ],
  };
  new StringParameter(stack, 'Deployment', {
    parameterName: `${parameters}/deployment`,
    stringValue: stack.toJsonString(record),
    description: 'Names of what this deployment is made of; read by `quittance doctor`',
    // A configuration with many systems may name more than the 4 KiB of the standard tier.
    tier: ParameterTier.INTELLIGENT_TIERING,
  });
}
