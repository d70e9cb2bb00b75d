/** The Lambda functions of a template: code, limits, environment. */
import { statSync } from 'node:fs';
import type { Resource } from '../contract.ts';
import { faultIn } from '../template-fault.ts';

/** A function as the sandbox needs it. */
export interface LambdaFunction {
  logicalId: string;
  name: string;
  arn: string;
  roleArn: string;
  /** Folder with the code. */
  directory: string;
  /** `file.export`, as in the template. */
  handler: string;
  timeoutMs: number;
  memoryMb: number;
  /** Reserved concurrency; infinite where none is reserved. */
  concurrency: number;
  environment: Record<string, string>;
  /** Loggers read the format from the environment. */
  logsJson: boolean;
}

/** Every function of the template. */
export function lambdaFunctions(resources: readonly Resource[], assetPath: (s3Key: string) => string): LambdaFunction[] {
  return resources.filter(({ type }) => type === 'AWS::Lambda::Function').map((resource) => readFunction(resource, assetPath));
}

function readFunction(resource: Resource, assetPath: (s3Key: string) => string): LambdaFunction {
  const { logicalId, ref, arn, properties } = resource;
  refuseUnknown(resource);
  const { S3Key } = properties['Code'] as { S3Key?: string };
  if (!S3Key) throw faultIn(resource, 'Code', 'only code from an asset is known to the small AWS');
  const variables = (properties['Environment'] as { Variables?: Record<string, unknown> } | undefined)?.Variables ?? {};
  const { LogFormat } = (properties['LoggingConfig'] ?? {}) as { LogFormat?: string };
  return {
    logicalId,
    name: ref,
    arn,
    roleArn: String(properties['Role']),
    directory: directoryOf(resource, assetPath(S3Key)),
    handler: String(properties['Handler']),
    // Defaults of AWS::Lambda::Function: 3 seconds, 128 MB.
    timeoutMs: Number(properties['Timeout'] ?? 3) * 1000,
    memoryMb: Number(properties['MemorySize'] ?? 128),
    concurrency: Number(properties['ReservedConcurrentExecutions'] ?? Infinity),
    environment: Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, String(value)])),
    logsJson: LogFormat === 'JSON',
  };
}

/** Properties that would change what the code sees and are not done here. */
const unsupported = ['DeadLetterConfig', 'FileSystemConfigs', 'ImageConfig', 'Layers'];

function refuseUnknown(resource: Resource): void {
  const { properties } = resource;
  const runtime = String(properties['Runtime'] ?? 'none');
  if (!runtime.startsWith('nodejs')) throw faultIn(resource, 'Runtime', `runtime ${runtime} is not known to the small AWS`);
  const property = unsupported.find((name) => properties[name] !== undefined);
  if (property) throw faultIn(resource, property, 'not known to the small AWS');
}

function directoryOf(resource: Resource, path: string): string {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return path;
  throw faultIn(resource, 'Code.S3Key', `its code asset ${path} is not a folder`);
}
