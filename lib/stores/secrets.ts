/** Secrets from SSM (SecureString), kept for a few minutes so that a rotation arrives without a deployment. */
import { GetParameterCommand, type SSMClient } from '@aws-sdk/client-ssm';

const KEEP_MS = 5 * 60 * 1000;

/** Reads a secret by its full name. Throws the SDK's ParameterNotFound if it does not exist. */
export function openSecrets(ssm: SSMClient): (name: string) => Promise<string> {
  const known = new Map<string, { value: string; until: number }>();
  return async (name) => {
    const kept = known.get(name);
    if (kept && kept.until > Date.now()) return kept.value;
    const { Parameter } = await ssm.send(new GetParameterCommand({ Name: name, WithDecryption: true }));
    known.set(name, { value: Parameter!.Value!, until: Date.now() + KEEP_MS });
    return Parameter!.Value!;
  };
}
