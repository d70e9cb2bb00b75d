/** The one stack: storage, functions, machine, doors and alarms. */
import { ArnFormat, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { ConfigurationSet } from 'aws-cdk-lib/aws-ses';
import { DefinitionBody, LogLevel, QueryLanguage, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { addAlarms } from './alarms.ts';
import { addMailEvents, addRoutes, addSweep, createApi, createMailEvents } from './front.ts';
import { createFunctions, type Functions } from './functions-construct.ts';
import type { Granted } from './grants.ts';
import { requestMachine } from './machine/request-machine.ts';
import { createStorage, type Storage } from './storage.ts';

const COLON = ArnFormat.COLON_RESOURCE_NAME;

export interface QuittanceStackProps extends StackProps {
  /** Folder of the bundles, one folder per function. */
  bundles: string;
  /** The address all mails come from; its domain is the SES identity. */
  mailFrom: string;
  /** Public origin when the API sits behind a domain of its own; else the API's own address. */
  baseUrl?: string;
  /** OpenID Connect issuer and client for staff; `local` takes the provider of the laptop. */
  staff: { issuer: string; clientId: string };
  /** Prefix of the parameters in SSM. */
  parameters: string;
}

/** Everything Quittance needs in one account and Region. */
export class QuittanceStack extends Stack {
  constructor(scope: Construct, id: string, props: QuittanceStackProps) {
    super(scope, id, props);
    const storage = createStorage(this);
    const api = createApi(this);
    const mailEvents = createMailEvents(this);
    const machineName = `${this.stackName}-requests`;
    const granted = this.#granted(props, { storage, machineName, mailEvents });
    const environment = this.#environment(props, { storage, api, granted, mailEvents });
    const functions = createFunctions(this, { granted, environment, bundles: props.bundles });
    const machine = this.#machine(machineName, functions);
    addRoutes(api, functions);
    addSweep(this, functions);
    addMailEvents(this, functions);
    addAlarms(this, { machine, functions, key: storage.dataKey });
    storage.dataKey.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
        resources: ['*'],
      }),
    );
  }

  #granted(props: QuittanceStackProps, { storage, machineName, mailEvents }: { storage: Storage; machineName: string; mailEvents: ConfigurationSet }): Granted {
    const domain = props.mailFrom.slice(props.mailFrom.lastIndexOf('@') + 1);
    return {
      storage,
      machineArn: this.formatArn({ service: 'states', resource: 'stateMachine', arnFormat: COLON, resourceName: machineName }),
      executionsArn: this.formatArn({ service: 'states', resource: 'execution', arnFormat: COLON, resourceName: `${machineName}:*` }),
      parameters: props.parameters,
      mailIdentityArn: this.formatArn({ service: 'ses', resource: 'identity', resourceName: domain }),
      configurationSetArn: this.formatArn({ service: 'ses', resource: 'configuration-set', resourceName: mailEvents.configurationSetName }),
    };
  }

  #environment(
    props: QuittanceStackProps,
    { storage, api, granted, mailEvents }: { storage: Storage; api: HttpApi; granted: Granted; mailEvents: ConfigurationSet },
  ): Record<string, string> {
    const baseUrl = props.baseUrl ?? api.apiEndpoint;
    return {
      REQUESTS_TABLE: storage.requests.tableName,
      CASE_KEYS_TABLE: storage.caseKeys.tableName,
      RECEIPTS_TABLE: storage.receipts.tableName,
      VAULT_BUCKET: storage.vault.bucketName,
      DELIVERY_BUCKET: storage.delivery.bucketName,
      CASE_KEY: storage.caseKey.keyId,
      RECEIPT_KEY: storage.receiptKey.keyId,
      MACHINE_ARN: granted.machineArn,
      PARAMETERS: props.parameters,
      BASE_URL: baseUrl,
      MAIL_EVENTS: mailEvents.configurationSetName,
      STAFF_ISSUER: props.staff.issuer === 'local' ? `${baseUrl}/_local/oidc` : props.staff.issuer,
      STAFF_CLIENT: props.staff.clientId,
    };
  }

  #machine(stateMachineName: string, { byName }: Functions): StateMachine {
    return new StateMachine(this, 'RequestMachine', {
      stateMachineName,
      queryLanguage: QueryLanguage.JSONATA,
      definitionBody: DefinitionBody.fromChainable(requestMachine({ scope: new Construct(this, 'Steps'), functions: byName })),
      // Nothing personal is in the state, and execution data stay out of the logs all the same.
      logs: {
        destination: new LogGroup(this, 'MachineLogs', { retention: RetentionDays.ONE_MONTH, removalPolicy: RemovalPolicy.DESTROY }),
        level: LogLevel.ALL,
        includeExecutionData: false,
      },
      tracingEnabled: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }
}
