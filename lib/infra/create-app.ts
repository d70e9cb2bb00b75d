/** The CDK app: settings from `cdk.json`, the one stack, and the rules that the template must keep. */
import { readFileSync } from 'node:fs';
import { App, RemovalPolicies, type Stack, Validations } from 'aws-cdk-lib';
import { CfnTable } from 'aws-cdk-lib/aws-dynamodb';
import { ManagedPolicy, PermissionsBoundary } from 'aws-cdk-lib/aws-iam';
import recommended from 'aws-cdk-lib/recommended-feature-flags.json' with { type: 'json' };
import { linters } from './lint/linters.ts';
import { QuittanceStack, type QuittanceStackProps } from './quittance-stack.ts';
import { type Settings, SettingsError, settingsOf } from './settings.ts';
import { acknowledgeKnown } from './suppressions.ts';

/** What the product's configuration says about the deployment; the rest is context of the CDK. */
export type Deployment = Pick<QuittanceStackProps, 'mailFrom' | 'mailbox' | 'connectorSecrets' | 'bundles'>;

export interface AppOptions {
  /** Check with cdk-nag, with the library's own rules, and with our lint; they cost a few seconds. */
  validate: boolean;
  outdir?: string;
  /** Context on top of `cdk.json`. */
  context?: Record<string, unknown>;
}

// The CLI hands the context over by itself; `npm start` and the tests synthesize without it.
const { context: written } = JSON.parse(readFileSync(new URL('../../cdk.json', import.meta.url), 'utf8')) as {
  context: Record<string, unknown>;
};

/** What the settings mean for the stack; docs/operations.md lists them. */
function stackProps(settings: Settings, deployment: Deployment): QuittanceStackProps {
  const { account = process.env['CDK_DEFAULT_ACCOUNT'], region = process.env['CDK_DEFAULT_REGION'] } = settings;
  const { baseUrl, alarmEmail, breakGlassRole, domain, certificate, staffIssuer: issuer = 'local' } = settings;
  // The provider of the laptop lets anybody be anybody; it must never decide about staff in an account.
  if (account !== undefined && issuer === 'local')
    throw new SettingsError('Staff sign in with your own OpenID Connect provider: add -c staffIssuer=https://...');
  return {
    ...deployment,
    ...(baseUrl !== undefined && { baseUrl }),
    ...(alarmEmail !== undefined && { alarmEmail }),
    ...(breakGlassRole !== undefined && { breakGlassRole }),
    ...(domain !== undefined && certificate !== undefined && { domain: { name: domain, certificate } }),
    staff: { issuer, clientId: settings.staffClient ?? 'quittance-console' },
    parameters: settings.parameters ?? '/quittance',
    createMailIdentity: settings.createMailIdentity ?? false,
    receiptKeys: settings.receiptKeys ?? 1,
    ...(account !== undefined && region !== undefined && { env: { account, region } }),
  };
}

/** What a stage that keeps nothing leaves behind: the keys, which nobody but the break-glass role may destroy. */
const DATA = ['AWS::DynamoDB::Table', 'AWS::S3::Bucket', 'AWS::StepFunctions::StateMachine'];

function dropData(stack: Stack): void {
  RemovalPolicies.of(stack).destroy({ applyToResourceTypes: DATA });
  for (const construct of stack.node.findAll()) if (construct instanceof CfnTable) construct.deletionProtectionEnabled = false;
}

/** Builds the app; nothing is written before `app.synth()`. */
export function createApp(deployment: Deployment, { validate, outdir, context = {} }: AppOptions): { app: App; stack: QuittanceStack } {
  const app = new App({
    context: { ...recommended, ...written, ...context },
    // It would run beside ours, which is the same and stricter.
    builtinCloudFormationValidation: false,
    ...(outdir === undefined ? {} : { outdir }),
  });
  const settings = settingsOf((name) => app.node.tryGetContext(name));
  const stack = new QuittanceStack(app, settings.stackName ?? 'Quittance', stackProps(settings, deployment));
  if (settings.keepData === false) dropData(stack);
  if (settings.permissionsBoundary !== undefined)
    PermissionsBoundary.of(stack).apply(ManagedPolicy.fromManagedPolicyName(stack, 'Boundary', settings.permissionsBoundary));
  acknowledgeKnown(stack);
  if (validate) Validations.of(app).addPlugins(...linters(app));
  return { app, stack };
}
