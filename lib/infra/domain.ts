/** A domain of its own for the API: pages, links and callbacks carry it instead of API Gateway's address. */
import { CfnOutput } from 'aws-cdk-lib';
import { ApiMapping, DomainName, EndpointType, type HttpApi, SecurityPolicy } from 'aws-cdk-lib/aws-apigatewayv2';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import type { Construct } from 'constructs';

export interface OwnDomain {
  /** Host name, e.g. `privacy.example.com`. */
  name: string;
  /** ARN of a certificate for it, in the API's Region. */
  certificate: string;
}

/** Serves the API at the domain; its DNS record is made by whoever runs the zone. */
export function addDomain(scope: Construct, api: HttpApi, { name, certificate }: OwnDomain): void {
  const domainName = new DomainName(scope, 'Domain', {
    domainName: name,
    certificate: Certificate.fromCertificateArn(scope, 'Certificate', certificate),
    endpointType: EndpointType.REGIONAL,
    securityPolicy: SecurityPolicy.TLS_1_2,
  });
  new ApiMapping(scope, 'DomainMapping', { api, domainName });
  new CfnOutput(scope, 'DomainRecord', {
    value: `${name} CNAME ${domainName.regionalDomainName}`,
    description: 'Add to the DNS of the domain',
  });
}
