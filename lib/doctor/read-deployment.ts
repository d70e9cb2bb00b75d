/** Reads the names of what a deployment is made of, as its stack recorded them. */
import { GetParameterCommand } from '@aws-sdk/client-ssm';
import * as z from 'zod';
import { type Finding, isAbsent, missing, ok, reasonOf } from './finding.ts';
import type { DoctorWorld } from './world.ts';

const record = z.object({
  stack: z.string(),
  region: z.string(),
  address: z.string(),
  staffIssuer: z.string(),
  mailFrom: z.string(),
  mailEvents: z.string(),
  /** Only where mail comes in. */
  inbound: z.object({ mailbox: z.string(), ruleSet: z.string() }).optional(),
  machine: z.string(),
  tables: z.array(z.string()),
  buckets: z.array(z.string()),
  keys: z.record(z.string(), z.string()),
  secrets: z.array(z.string()),
});

export type Deployment = z.infer<typeof record>;

/** The deployment with the finding about it; without a deployment nothing else can be asked. */
export async function readDeployment({ ssm }: DoctorWorld, parameters: string): Promise<{ finding: Finding; deployment?: Deployment }> {
  const name = `${parameters}/deployment`;
  try {
    const { Parameter } = await ssm.send(new GetParameterCommand({ Name: name }));
    const deployment = record.parse(JSON.parse(Parameter?.Value ?? ''));
    return { finding: ok(`deployment: stack ${deployment.stack} in ${deployment.region}`), deployment };
  } catch (error) {
    if (isAbsent(error))
      return {
        finding: missing(`deployment: no parameter ${name} in this Region`, 'deploy first, or name its prefix: --parameters, --stage'),
      };
    if (error instanceof SyntaxError || error instanceof z.ZodError)
      return { finding: missing(`deployment: parameter ${name} is not one of this version`, 'deploy this version') };
    return { finding: missing(`deployment: parameter ${name} could not be read`, reasonOf(error)) };
  }
}
