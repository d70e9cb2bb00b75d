/** `quittance doctor`: looks at a deployment and says what is missing, and what to do. */
import { Resolver } from 'node:dns/promises';
import { parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import { SESClient } from '@aws-sdk/client-ses';
import { SFNClient } from '@aws-sdk/client-sfn';
import { SSMClient } from '@aws-sdk/client-ssm';
import { type Examination, examine, report } from '../../lib/doctor/examine.ts';
import type { DoctorWorld, Names } from '../../lib/doctor/world.ts';
import { once } from '../../lib/stores/clients.ts';
import { SettingsError } from '../../lib/infra/settings.ts';
import { deploymentPlace } from './deployment-place.ts';

const USAGE = `Usage: quittance doctor [--stage NAME] [--parameters PREFIX] [--inbound ADDRESS [--inbound-region REGION]]

  --stage           a stage of cdk.json: its Region and its parameters
  --parameters      prefix of the deployment's parameters (default /quittance)
  --inbound         check that mail to this address would be received (default: the mailbox of the deployment)
  --inbound-region  where it is received, if not where the deployment is

Credentials and Region are those of the AWS command line; AWS_ENDPOINT_URL leads to the laptop.
Exit: 0 nothing is missing, 1 something is, 3 usage.`;

const EXIT = { well: 0, missing: 1, usage: 3 } as const;

/** Slow is told, not waited for. */
const PATIENCE_MS = 10_000;

interface Asked extends Examination {
  region: string;
}

/** Names of the internet, as this machine resolves them. */
function systemNames(): Names {
  const dns = new Resolver({ timeout: PATIENCE_MS / 4, tries: 2 });
  // Without a way to the internet every name seems not to exist, which must not be told as a finding.
  const connected = once(() => dns.resolve4('aws.amazon.com'));
  const none = async (error: unknown): Promise<[]> => {
    if (['ENODATA', 'ENOTFOUND'].includes((error as NodeJS.ErrnoException).code ?? '')) await connected();
    else throw error;
    return [];
  };
  return {
    mailExchanges: async (domain) => (await dns.resolveMx(domain).catch(none)).map(({ exchange }) => exchange.toLowerCase()),
    texts: async (name) => (await dns.resolveTxt(name).catch(none)).map((parts) => parts.join('')),
    exists: async (host) => (await dns.resolve4(host).catch(none)).length > 0,
  };
}

function worldOf({ region, inbound }: Asked): DoctorWorld {
  const at = (where: string) => ({
    region: where,
    maxAttempts: 2,
    requestHandler: { connectionTimeout: 3000, requestTimeout: PATIENCE_MS },
  });
  const here = at(region);
  return {
    ssm: new SSMClient(here),
    ses: new SESClient(here),
    inboundSes: new SESClient(at(inbound?.region ?? region)),
    kms: new KMSClient(here),
    sfn: new SFNClient(here),
    dynamodb: new DynamoDBClient(here),
    s3: new S3Client(here),
    names: systemNames(),
    fetch: (url) => fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) }),
    now: Date.now,
  };
}

/** What is asked, or what is wrong with it. */
function readOptions(argv: readonly string[]): Asked | string {
  try {
    const option = { type: 'string' } as const;
    const { values } = parseArgs({
      args: [...argv],
      options: { stage: option, parameters: option, inbound: option, 'inbound-region': option, help: { type: 'boolean' } },
    });
    if (values.help) return USAGE;
    const place = deploymentPlace(values);
    if (place === undefined) return `Which Region? Set AWS_REGION, or name a stage.\n\n${USAGE}`;
    const inbound = values.inbound && { inbound: { address: values.inbound, region: values['inbound-region'] ?? place.region } };
    return { ...place, ...inbound };
  } catch (error) {
    if (error instanceof SettingsError) return error.message;
    return `${(error as Error).message}\n\n${USAGE}`;
  }
}

/** Examines, prints, and answers with the exit code. */
export async function runDoctor(argv: readonly string[]): Promise<number> {
  const asked = readOptions(argv);
  if (typeof asked === 'string') {
    const helped = asked === USAGE;
    (helped ? console.info : console.error)(asked);
    return helped ? EXIT.well : EXIT.usage;
  }
  const findings = await examine(worldOf(asked), asked);
  console.info(report(findings));
  return findings.some(({ state }) => state === 'missing') ? EXIT.missing : EXIT.well;
}
