/** The template passes cdk-nag and the library's own rules, warnings included. */
import type { CfnResource } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { beforeAll, describe, expect, it } from 'vitest';
import { ofType, synthesize, type Synthesized, written } from './synthesized.ts';

/** Everything that can be switched on. */
const ALL = {
  createMailIdentity: 'true',
  alarmEmail: 'privacy@example.com',
  baseUrl: 'https://privacy.example.com',
  breakGlassRole: 'last-resort',
};

let stack: Synthesized;
let full: Synthesized;
beforeAll(() => {
  stack = synthesize();
  full = synthesize({ validate: true, context: ALL });
});

describe('the synthesis', () => {
  it('is clean: with everything switched on no linter has anything left to say', () => {
    expect(full.findings).toEqual([]);
    expect(Object.keys(stack.resources).filter((id) => !(id in full.resources))).toEqual([]);
  });

  it('stops at a wildcard that nobody gave a reason for, a deprecated runtime, and an action that does not exist', () => {
    const { findings, checkedBy } = synthesize({
      validate: true,
      change: ({ stack }) => {
        const role = stack.functions.byName.web.role!;
        role.addToPrincipalPolicy(new PolicyStatement({ actions: ['s3:GetObject'], resources: ['*'] }));
        role.addToPrincipalPolicy(new PolicyStatement({ actions: ['kms:Sgin'], resources: [role.roleArn] }));
        (stack.functions.byName.web.node.defaultChild as CfnResource).addPropertyOverride('Runtime', 'nodejs16.x');
      },
    });
    expect(checkedBy.toSorted()).toEqual(['AwsSolutions', 'CloudFormation Validate', 'Quittance']);
    expect(findings.map(({ rule, severity, at: [place] }) => `${severity} ${rule} ${place}`).toSorted()).toEqual([
      'error AwsSolutions-IAM5[Resource::*] Quittance/web-role/DefaultPolicy/Resource',
      'error W2531 Quittance/web/Resource',
      'error iam-action Quittance/web-role/DefaultPolicy/Resource',
    ]);
  });

  it('stops when a linter cannot judge', () => {
    const { findings } = synthesize({
      validate: true,
      change: ({ stack }) => {
        const machine = stack.machine.machine.node.defaultChild as CfnResource;
        machine.addPropertyOverride('DefinitionString', '{"StartAt":"a","States":{"a":null}}');
      },
    });
    expect(findings.map(({ rule }) => rule)).toContain('linter-failed');
  });
});

describe('settings', () => {
  it('create the identity of the sender only when asked', () => {
    expect(ofType(stack, 'AWS::SES::EmailIdentity')).toEqual([]);
    const [identity] = ofType(full, 'AWS::SES::EmailIdentity');
    expect(identity!.Properties).toMatchObject({
      EmailIdentity: 'musterladen.example',
      MailFromAttributes: { MailFromDomain: 'bounce.musterladen.example' },
    });
  });

  it('report what became of each mail to the event bus', () => {
    const [destination] = ofType(stack, 'AWS::SES::ConfigurationSetEventDestination');
    expect(written(destination!.Properties['ConfigurationSetName'])).toBe('{MailEvents}');
    expect(destination!.Properties['EventDestination']).toMatchObject({ MatchingEventTypes: ['bounce', 'complaint', 'reject'] });
  });

  it('name the role that may destroy keys', () => {
    expect(full.text).toContain(':role/last-resort');
  });

  it('lead the pages of staff to their own function, and downloads, callbacks and letters to theirs', () => {
    const integrations = new Map(
      ofType(stack, 'AWS::ApiGatewayV2::Integration').map(({ id, Properties }) => [id, written(Properties['IntegrationUri']).slice(1, -1)]),
    );
    const routes = ofType(stack, 'AWS::ApiGatewayV2::Route').map(({ Properties }) => {
      const target = Properties['Target'] as { 'Fn::Join': [string, [string, { Ref: string }]] };
      return [Properties['RouteKey'], integrations.get(target['Fn::Join'][1][1].Ref)];
    });
    expect(Object.fromEntries(routes)).toEqual({
      'ANY /': 'web',
      'ANY /{path+}': 'web',
      'ANY /staff': 'console',
      'ANY /staff/{path+}': 'console',
      'ANY /download/{path+}': 'download',
      'ANY /callbacks/{path+}': 'callback',
      'POST /status/{token}/resend': 'letters',
      'POST /status/{token}/link': 'letters',
    });
  });

  it('never write a link into the log of the API: it may hold a token', () => {
    const stage = ofType(stack, 'AWS::ApiGatewayV2::Stage')[0]!;
    expect(JSON.stringify(stage.Properties['AccessLogSettings'])).not.toMatch(/path|routeKey|querystring|identity/i);
  });
});
