/** The date after an extension, as the request's law counts it. */
import { type ExtendedDeadline, extensionDeadline } from '../domain/deadline.ts';
import { lawById } from '../domain/law/laws.ts';
import type { Request } from '../domain/request.ts';
import { calendarOfRequest } from './casework.ts';
import type { World } from './world.ts';

/** Undefined where the law knows no extension. */
export function extendedDeadline(world: Pick<World, 'configuration'>, request: Request): ExtendedDeadline | undefined {
  const { zone } = world.configuration.controller;
  const calendar = calendarOfRequest(world, request);
  return extensionDeadline({ law: lawById(request.law), receivedAt: request.receivedAt, zone, calendar, rights: request.rights });
}
