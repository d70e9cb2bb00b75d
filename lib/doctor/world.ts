/** How the doctor reaches the world: clients of AWS, names, pages, the clock. */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { KMSClient } from '@aws-sdk/client-kms';
import type { S3Client } from '@aws-sdk/client-s3';
import type { SESClient } from '@aws-sdk/client-ses';
import type { SFNClient } from '@aws-sdk/client-sfn';
import type { SSMClient } from '@aws-sdk/client-ssm';

export interface Names {
  /** Exchanges of a domain's mail, without a dot at their end; empty where it has none. */
  mailExchanges(domain: string): Promise<string[]>;
  /** Texts of a name; empty where it has none. */
  texts(name: string): Promise<string[]>;
  /** Whether a host has an address. */
  exists(host: string): Promise<boolean>;
}

export interface DoctorWorld {
  ssm: SSMClient;
  ses: SESClient;
  /** SES where mail comes in, which may be another Region. */
  inboundSes: SESClient;
  kms: KMSClient;
  sfn: SFNClient;
  dynamodb: DynamoDBClient;
  s3: S3Client;
  names: Names;
  fetch(url: string): Promise<Response>;
  /** Milliseconds. */
  now(): number;
}
