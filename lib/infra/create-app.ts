/** The CDK app: settings from `cdk.json`, the one stack, and the rules that the template must keep. */
import { readFileSync } from 'node:fs';
import { App, Validations } from 'aws-cdk-lib';
import recommended from 'aws-cdk-lib/recommended-feature-flags.json' with { type: 'json' };
import { AwsSolutionsChecks } from 'cdk-nag';
import { QuittanceStack, type QuittanceStackProps } from './quittance-stack.ts';
import { acknowledgeKnown } from './suppressions.ts';

/** What the product's configuration says about the deployment; the rest is context of the CDK. */
export type Deployment = Pick<QuittanceStackProps, 'mailFrom' | 'connectorSecrets' | 'bundles'>;

export interface AppOptions {
  /** Check with cdk-nag and with the library's own rules; they cost a few seconds. */
  validate: boolean;
  outdir?: string;
  /** Context on top of `cdk.json`. */
  context?: Record<string, unknown>;
}

// The CLI hands the context over by itself; `npm start` and the tests synthesize without it.
const { context: settings } = JSON.parse(readFileSync(new URL('../../cdk.json', import.meta.url), 'utf8')) as {
  context: Record<string, unknown>;
};

/** Settings of the context; docs/operations.md lists them. */
function stackProps(app: App, deployment: Deployment): QuittanceStackProps {
  const context = (name: string): string | undefined => app.node.tryGetContext(name) as string | undefined;
  const given = ['baseUrl', 'alarmEmail', 'breakGlassRole'].filter((name) => context(name) !== undefined);
  const region = context('region') ?? process.env['CDK_DEFAULT_REGION'];
  const account = process.env['CDK_DEFAULT_ACCOUNT'];
  const issuer = context('staffIssuer') ?? 'local';
  // The provider of the laptop lets anybody be anybody; it must never decide about staff in an account.
  if (account !== undefined && issuer === 'local')
    throw new Error('Staff sign in with your own OpenID Connect provider: add -c staffIssuer=https://...');
  return {
    ...deployment,
    ...Object.fromEntries(given.map((name) => [name, context(name)!])),
    staff: { issuer, clientId: context('staffClient') ?? 'quittance-console' },
    parameters: context('parameters') ?? '/quittance',
    createMailIdentity: String(context('createMailIdentity')) === 'true',
    ...(account === undefined || region === undefined ? {} : { env: { account, region } }),
  };
}

/** Builds the app; nothing is written before `app.synth()`. */
export function createApp(deployment: Deployment, { validate, outdir, context = {} }: AppOptions): { app: App; stack: QuittanceStack } {
  const app = new App({ context: { ...recommended, ...settings, ...context }, ...(outdir === undefined ? {} : { outdir }) });
  const stack = new QuittanceStack(
    app,
    (app.node.tryGetContext('stackName') as string | undefined) ?? 'Quittance',
    stackProps(app, deployment),
  );
  acknowledgeKnown(stack);
  if (validate) Validations.of(app).addPlugins(new AwsSolutionsChecks(app, { verbose: true }));
  return { app, stack };
}
