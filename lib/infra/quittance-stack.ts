/** The one stack: storage, functions, machine, doors and alarms. */
import { ArnFormat, CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import type { ConfigurationSet } from 'aws-cdk-lib/aws-ses';
import type { Construct } from 'constructs';
import { addAlarms } from './alarms.ts';
import { recordDeployment } from './deployment-record.ts';
import { addDomain, type OwnDomain } from './domain.ts';
import { addExecutionEvents, addMailEvents, addRoutes, addSweep, createApi, createMailEvents, createMailIdentity } from './front.ts';
import { createFunctions, type Functions } from './functions-construct.ts';
import type { Granted } from './grants.ts';
import { addInboundMail } from './inbound-mail.ts';
import { createMachine, type Machine } from './machine/machine-construct.ts';
import { createStorage, type Storage } from './storage.ts';

const COLON = ArnFormat.COLON_RESOURCE_NAME;

export interface QuittanceStackProps extends StackProps {
  /** Folder of the bundles, one folder per function. */
  bundles: string;
  /** The address all mails come from; its domain is the SES identity. */
  mailFrom: string;
  /** The address people may write to; all mail to its domain is received. */
  mailbox?: string;
  /** Public origin when the API sits behind a domain of its own; else the API's own address. */
  baseUrl?: string;
  /** A domain of its own for the API; its origin is then the base URL. */
  domain?: OwnDomain;
  /** OpenID Connect issuer and client for staff; `local` takes the provider of the laptop. */
  staff: { issuer: string; clientId: string };
  /** Prefix of the parameters in SSM. */
  parameters: string;
  /** Full names of the parameters with the connected systems' credentials. */
  connectorSecrets: readonly string[];
  /** Create an SES identity for the sender's domain. */
  createMailIdentity?: boolean;
  /** Who is told of alarms. */
  alarmEmail?: string;
  /** How many receipt keys there are; the last one signs, those before it stay. */
  receiptKeys?: number;
  /** Name of the only role that may delete or disable a key. */
  breakGlassRole?: string;
}

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

/** Everything Quittance needs in one account and Region. */
export class QuittanceStack extends Stack {
  readonly granted: Granted;
  readonly functions: Functions;
  readonly machine: Machine;
  readonly api: HttpApi;

  constructor(scope: Construct, id: string, props: QuittanceStackProps) {
    super(scope, id, props);
    const storage = createStorage(this, {
      breakGlassRole: props.breakGlassRole ?? 'quittance-break-glass',
      receiptKeys: props.receiptKeys ?? 1,
      receivesMail: props.mailbox !== undefined,
    });
    this.api = createApi(this);
    const mailEvents = createMailEvents(this);
    const stateMachineName = `${this.stackName}-requests`;
    this.granted = this.#granted(props, { storage, machineName: stateMachineName, mailEvents });
    const environment = this.#environment(props, { storage, api: this.api, granted: this.granted, mailEvents });
    this.functions = createFunctions(this, { granted: this.granted, environment, bundles: props.bundles });
    this.machine = createMachine(this, { stateMachineName, functions: this.functions.byName });
    addRoutes(this.api, this.functions);
    addSweep(this, this.functions);
    addExecutionEvents(this, this.functions, this.machine.machine.stateMachineArn);
    addMailEvents(this, this.functions);
    const inbound = props.mailbox === undefined ? undefined : addInboundMail(this, props.mailbox, { storage, functions: this.functions });
    if (props.domain) addDomain(this, this.api, props.domain);
    if (props.createMailIdentity) createMailIdentity(this, domainOf(props.mailFrom));
    const { alarmEmail: email } = props;
    addAlarms(this, { machine: this.machine.machine, functions: this.functions, ...(email === undefined ? {} : { email }) });
    recordDeployment(this, {
      granted: this.granted,
      address: environment['BASE_URL']!,
      mailEvents: environment['MAIL_EVENTS']!,
      staffIssuer: environment['STAFF_ISSUER']!,
      ...(inbound !== undefined && { inbound }),
    });
    new CfnOutput(this, 'Address', { value: environment['BASE_URL']!, description: 'Where people find the pages' });
  }

  #granted(
    props: QuittanceStackProps,
    { storage, machineName, mailEvents }: { storage: Storage; machineName: string; mailEvents: ConfigurationSet },
  ): Granted {
    return {
      storage,
      machineArn: this.formatArn({ service: 'states', resource: 'stateMachine', arnFormat: COLON, resourceName: machineName }),
      executionsArn: this.formatArn({ service: 'states', resource: 'execution', arnFormat: COLON, resourceName: `${machineName}:*` }),
      parameters: props.parameters,
      connectorSecrets: props.connectorSecrets,
      mailFrom: props.mailFrom,
      mailIdentityArn: this.formatArn({ service: 'ses', resource: 'identity', resourceName: domainOf(props.mailFrom) }),
      configurationSetArn: this.formatArn({ service: 'ses', resource: 'configuration-set', resourceName: mailEvents.configurationSetName }),
    };
  }

  #environment(
    props: QuittanceStackProps,
    { storage, api, granted, mailEvents }: { storage: Storage; api: HttpApi; granted: Granted; mailEvents: ConfigurationSet },
  ): Record<string, string> {
    const baseUrl = props.baseUrl ?? (props.domain ? `https://${props.domain.name}` : api.apiEndpoint);
    return {
      REQUESTS_TABLE: storage.requests.tableName,
      CASE_KEYS_TABLE: storage.caseKeys.tableName,
      RECEIPTS_TABLE: storage.receipts.tableName,
      VAULT_BUCKET: storage.vault.bucketName,
      DELIVERY_BUCKET: storage.delivery.bucketName,
      CASE_KEY: storage.caseKey.keyId,
      RECEIPT_KEY: storage.receiptKey.keyId,
      LOG_KEY: storage.logKey.keyId,
      LOG_BUCKET: storage.log.bucketName,
      ...(storage.inbound && { INBOUND_BUCKET: storage.inbound.bucketName }),
      MACHINE_ARN: granted.machineArn,
      PARAMETERS: props.parameters,
      BASE_URL: baseUrl,
      MAIL_EVENTS: mailEvents.configurationSetName,
      STAFF_ISSUER: props.staff.issuer === 'local' ? `${baseUrl}/_local/oidc` : props.staff.issuer,
      STAFF_CLIENT: props.staff.clientId,
    };
  }
}
