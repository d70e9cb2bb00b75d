/** The routes of a template's HTTP API and which of them a request takes. */
import type { Resource } from '../contract.ts';
import { faultIn } from '../template-fault.ts';

/** A route, ready to be matched. */
export interface Route {
  /** `GET /requests/{id}` or `$default`, as in the template. */
  key: string;
  functionArn: string;
  /** Path parameters when the request is this route's; undefined when not. */
  match(method: string, path: string): Record<string, string> | undefined;
}

/** A template's HTTP API. */
export interface HttpApi {
  id: string;
  /** Most specific first. */
  routes: Route[];
}

/** The HTTP API of a template; undefined where it has none. */
export function httpApi(resources: readonly Resource[]): HttpApi | undefined {
  const [api, second] = resources.filter(({ type }) => type === 'AWS::ApiGatewayV2::Api');
  if (!api) return undefined;
  if (second) throw faultIn(second, 'ProtocolType', 'a second HTTP API is not known to the small AWS');
  requireDefaultStage(resources);
  const routes = resources.filter(({ type }) => type === 'AWS::ApiGatewayV2::Route').map((route) => readRoute(route, resources));
  return { id: api.ref, routes: routes.toSorted((a, b) => rank(a.key) - rank(b.key)) };
}

/** The route a request takes, with its path parameters. */
export function findRoute(api: HttpApi, method: string, path: string): { route: Route; parameters: Record<string, string> } | undefined {
  for (const route of api.routes) {
    const parameters = route.match(method, path);
    if (parameters) return { route, parameters };
  }
  return undefined;
}

function requireDefaultStage(resources: readonly Resource[]): void {
  const stage = resources.find(({ type, ref }) => type === 'AWS::ApiGatewayV2::Stage' && ref !== '$default');
  if (stage) throw faultIn(stage, 'StageName', 'only the $default stage is known to the small AWS');
}

function readRoute(route: Resource, resources: readonly Resource[]): Route {
  const { properties } = route;
  const key = String(properties['RouteKey']);
  const authorization = properties['AuthorizationType'] ?? 'NONE';
  if (authorization !== 'NONE')
    throw faultIn(route, 'AuthorizationType', `authorization ${String(authorization)} is not known to the small AWS`);
  const target = String(properties['Target']).replace(/^integrations\//, '');
  const integration = resources.find(({ type, ref }) => type === 'AWS::ApiGatewayV2::Integration' && ref === target);
  if (!integration) throw faultIn(route, 'Target', `there is no integration ${target}`);
  return { key, functionArn: functionOf(integration), match: matcher(key) };
}

function functionOf(integration: Resource): string {
  const { IntegrationType, PayloadFormatVersion, IntegrationUri } = integration.properties;
  const uri = String(IntegrationUri);
  if (IntegrationType !== 'AWS_PROXY' || PayloadFormatVersion !== '2.0' || !uri.includes(':function:')) {
    throw faultIn(integration, 'IntegrationType', 'only Lambda integrations with payload format 2.0 are known to the small AWS');
  }
  return uri;
}

function matcher(key: string): Route['match'] {
  if (key === '$default') return () => ({});
  const [method, template] = key.split(' ') as [string, string];
  const names: string[] = [];
  const source = template
    .split('/')
    .map((segment) => segmentPattern(segment, names))
    .join('/');
  const pattern = new RegExp(`^${source}$`);
  return (actualMethod, path) => {
    const found = method === 'ANY' || method === actualMethod ? pattern.exec(path) : null;
    return found ? Object.fromEntries(names.map((name, i) => [name, found[i + 1]!])) : undefined;
  };
}

function segmentPattern(segment: string, names: string[]): string {
  const variable = /^\{([^}+]+)(\+?)\}$/.exec(segment);
  if (!variable) return segment.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  names.push(variable[1]!);
  return variable[2] ? '(.+)' : '([^/]+)';
}

/** "full match, greedy variable, $default": HTTP API developer guide, routing API requests; a method beats ANY. */
function rank(key: string): number {
  if (key === '$default') return 1e6;
  const [method, path] = key.split(' ') as [string, string];
  const greedy = path.includes('+}') ? 1e5 : 0;
  const variables = (path.match(/\{/g) ?? []).length * 1000;
  return greedy + variables - path.length * 2 + (method === 'ANY' ? 1 : 0);
}
