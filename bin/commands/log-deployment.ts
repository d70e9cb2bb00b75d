/** Opens the logs of a deployment for an audit, with the credentials of the AWS command line. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import * as z from 'zod';
import type { OpenedLogs } from '../../lib/receipts/log/audit/audit-command.ts';
import { LogNotReachableError } from '../../lib/receipts/log/audit/source.ts';
import { SettingsError } from '../../lib/infra/settings.ts';
import { auditedLogs } from '../../lib/stores/audited-logs.ts';
import { openTable } from '../../lib/stores/table.ts';
import { deploymentPlace } from './deployment-place.ts';

const record = z.object({ log: z.object({ table: z.string(), bucket: z.string() }) });

interface Asked {
  stage?: string | undefined;
  parameters?: string | undefined;
}

/** Where a deployment keeps its receipts and its log. Throws LogNotReachableError, or what AWS says. */
export async function readDeployed(asked: Asked): Promise<{ region: string; log: { table: string; bucket: string } }> {
  const place = deploymentPlace(asked);
  if (place === undefined) throw new LogNotReachableError('Which Region? Set AWS_REGION, or name a stage');
  const { region, parameters } = place;
  const { Parameter } = await new SSMClient({ region }).send(new GetParameterCommand({ Name: `${parameters}/deployment` }));
  return { region, log: record.parse(JSON.parse(Parameter?.Value ?? '')).log };
}

/** Throws LogNotReachableError. */
export async function openDeployment(asked: Asked): Promise<OpenedLogs> {
  try {
    const { region, log } = await readDeployed(asked);
    const table = openTable(new DynamoDBClient({ region }), log.table);
    const opened = await auditedLogs({ table, s3: new S3Client({ region }), bucket: log.bucket });
    if (opened.logs.length === 0) throw new LogNotReachableError('Nothing was logged yet');
    return opened;
  } catch (error) {
    if (error instanceof LogNotReachableError) throw error;
    // Of what AWS says the name alone: nothing of what was read.
    const reason = error instanceof SettingsError ? error.message : (error as Error).name;
    throw new LogNotReachableError(`The deployment cannot be read: ${reason}`, { cause: error });
  }
}
