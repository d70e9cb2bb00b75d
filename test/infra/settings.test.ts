/** Staging and production by context: what a stage says ends up in the template, what it says wrongly is told. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SETTING_NAMES, settingsOf, SettingsError, stagesOf } from '../../lib/infra/settings.ts';
import { ofType, synthesize, written } from './synthesized.ts';

const PRODUCTION = { account: '111122223333', region: 'eu-central-1', staffIssuer: 'https://login.example.com' };
const CERTIFICATE = 'arn:aws:acm:eu-central-1:111122223333:certificate/0a1b2c3d';

const from =
  (context: Record<string, unknown>) =>
  (name: string): unknown =>
    context[name];

function fault(context: Record<string, unknown>): string {
  try {
    settingsOf(from(context));
  } catch (error) {
    if (error instanceof SettingsError) return error.message;
    throw error;
  }
  return '';
}

describe('a stage', () => {
  it('names its own stack, and its roles stay within the boundary', () => {
    expect(stagesOf(from({ stages: { production: PRODUCTION } }))).toEqual({
      production: {
        ...PRODUCTION,
        stackName: 'Quittance-production',
        parameters: '/quittance',
        permissionsBoundary: 'quittance-boundary',
        keepData: true,
      },
    });
  });

  it('overrides what holds for all', () => {
    const context = {
      stage: 'production',
      alarmEmail: 'all@example.com',
      stages: { production: { ...PRODUCTION, alarmEmail: 'p@example.com' } },
    };
    expect(settingsOf(from(context))).toMatchObject({ alarmEmail: 'p@example.com' });
    expect(settingsOf(from({ ...context, stages: { production: PRODUCTION } }))).toMatchObject({ alarmEmail: 'all@example.com' });
  });

  it('that is missing or misspelt is told with those there are', () => {
    expect(fault({ stage: 'prod', stages: { production: PRODUCTION } })).toBe(
      'There is no stage "prod": cdk.json has production, under context.stages',
    );
    expect(fault({ stage: 'production', stages: {} })).toBe('There is no stage "production": cdk.json has none, under context.stages');
  });

  it('says what is missing, wrong or unknown, and what to write', () => {
    const { account: _, ...without } = PRODUCTION;
    expect(fault({ stage: 'production', stages: { production: { ...without, region: 'Frankfurt', alarmMail: 'x' } } }).split('\n')).toEqual(
      [
        'The settings cannot be deployed:',
        'stages.production.account: write the twelve digits of the AWS account, in quotes',
        'stages.production.region: write a Region such as "eu-central-1"',
        'stages.production.alarmMail is no setting; docs/operations.md lists them',
      ],
    );
    expect(fault({ stage: 'production', stages: { production: { ...PRODUCTION, account: 111122223333 } } })).toContain('in quotes');
  });

  it('shares neither stack nor secrets with another of the same account and Region', () => {
    expect(fault({ stage: 'a', stages: { a: PRODUCTION, b: PRODUCTION } })).toBe(
      'Stages a and b would share parameters "/quittance" in account 111122223333, eu-central-1: give one another value',
    );
    expect(fault({ stage: 'a', stages: { a: PRODUCTION, b: { ...PRODUCTION, parameters: '/quittance-b' } } })).toBe('');
    expect(fault({ stage: 'a', stages: { a: PRODUCTION, b: { ...PRODUCTION, account: '444455556666' } } })).toBe('');
  });
});

describe('a setting on the command line', () => {
  it('is checked as one of a stage is', () => {
    expect(fault({ baseUrl: 'http://privacy.example.com/' })).toContain(
      'context.baseUrl: write an origin such as "https://privacy.example.com", without a path',
    );
    expect(fault({ createMailIdentity: 'yes' })).toContain('context.createMailIdentity: write true or false');
  });

  it('of the domain comes with a certificate in the same Region, and without another address', () => {
    expect(fault({ domain: 'privacy.example.com' })).toContain('needs both: domain and certificate');
    expect(fault({ domain: 'privacy.example.com', certificate: CERTIFICATE, region: 'eu-west-1' })).toContain('must lie in the Region');
    expect(fault({ domain: 'privacy.example.com', certificate: CERTIFICATE, baseUrl: 'https://other.example.com' })).toContain(
      'leave baseUrl out',
    );
  });
});

describe('the list of settings', () => {
  it('in docs/operations.md is whole, and the example in docs/deploy.md can be deployed', () => {
    const document = (name: string): string => readFileSync(new URL(`../../docs/${name}.md`, import.meta.url), 'utf8');
    const [, section = ''] = document('operations').split('### Settings');
    const listed = [...section.split('\n## ')[0]!.matchAll(/^\| ((?:`\w+`(?:, )?)+) \|/gm)].flatMap(([, names]) => names!.match(/\w+/g)!);
    expect(listed.toSorted()).toEqual([...SETTING_NAMES].toSorted());
    const [, example] = /```json\n([^]*?)```/.exec(document('deploy'))!;
    const { context } = JSON.parse(example!.replaceAll('certificate/...', 'certificate/1')) as { context: Record<string, unknown> };
    for (const stage of ['staging', 'production'])
      expect(settingsOf(from({ ...context, stage }))).toMatchObject({ region: 'eu-central-1' });
  });
});

describe('the template of a stage', () => {
  const stage = (more: Record<string, unknown> = {}) =>
    synthesize({ context: { stage: 'production', stages: { production: { ...PRODUCTION, stackName: 'Quittance', ...more } } } });

  it('serves its domain, and links carry it', () => {
    const made = stage({ domain: 'privacy.example.com', certificate: CERTIFICATE });
    expect(ofType(made, 'AWS::ApiGatewayV2::DomainName')[0]!.Properties).toMatchObject({
      DomainName: 'privacy.example.com',
      DomainNameConfigurations: [{ CertificateArn: CERTIFICATE, EndpointType: 'REGIONAL', SecurityPolicy: 'TLS_1_2' }],
    });
    expect(ofType(made, 'AWS::ApiGatewayV2::ApiMapping')[0]).toMatchObject({
      Properties: { Stage: '$default' },
      DependsOn: [expect.stringMatching(/^ApiDefaultStage/)],
    });
    for (const { Properties } of ofType(made, 'AWS::Lambda::Function'))
      expect(Properties).toHaveProperty('Environment.Variables.BASE_URL', 'https://privacy.example.com');
  });

  it('bounds every role', () => {
    const roles = ofType(stage(), 'AWS::IAM::Role');
    expect(roles.length).toBeGreaterThan(20);
    for (const { id, Properties } of roles)
      expect(written(Properties['PermissionsBoundary']), id).toBe('arn:aws:iam::111122223333:policy/quittance-boundary');
  });

  it('lets data go with the stack only where it says so, and the keys nowhere', () => {
    const policies = (made: ReturnType<typeof stage>, type: string) => ofType(made, type).map(({ DeletionPolicy }) => DeletionPolicy);
    const [kept, dropped] = [stage(), stage({ keepData: false })];
    for (const type of ['AWS::DynamoDB::Table', 'AWS::S3::Bucket', 'AWS::StepFunctions::StateMachine']) {
      expect(new Set(policies(kept, type)), type).toEqual(new Set(['Retain']));
      expect(new Set(policies(dropped, type)), type).toEqual(new Set(['Delete']));
    }
    expect(new Set(policies(dropped, 'AWS::KMS::Key'))).toEqual(new Set(['Retain']));
    for (const { Properties } of ofType(dropped, 'AWS::DynamoDB::Table')) expect(Properties['DeletionProtectionEnabled']).toBe(false);
  });

  it('records the names of what it is made of, and no value of a secret', () => {
    const [record] = ofType(stage({ parameters: '/privacy' }), 'AWS::SSM::Parameter');
    expect(record!.Properties).toMatchObject({ Name: '/privacy/deployment', Type: 'String' });
    const value = JSON.parse(written(record!.Properties['Value'])) as Record<string, unknown>;
    expect(value).toMatchObject({
      region: 'eu-central-1',
      mailFrom: 'privacy@musterladen.example',
      staffIssuer: 'https://login.example.com',
    });
    expect(value['secrets']).toEqual([
      '/privacy/token-secret',
      '/privacy/staff/session-secret',
      '/privacy/staff/client-secret',
      '/quittance/connectors/shop',
      '/quittance/connectors/crm',
    ]);
  });
});
