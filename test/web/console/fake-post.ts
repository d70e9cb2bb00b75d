/** Letters on paper behind the in-memory port. */
import type { RequestId } from '../../../lib/domain/ids.ts';
import type { Request } from '../../../lib/domain/request.ts';
import type { Done } from '../../../lib/web/console/port.ts';
import type { LetterToPost, PostPort, TaskLook } from '../../../lib/web/console/post-port.ts';
import type { Happened, World } from './world.ts';

type Acting = <I extends { id: RequestId }>(
  world: World,
  name: string,
  does: (input: I, request: Request) => Happened | string,
) => (input: I) => Promise<Done>;

/** The part of the port that is about letters on paper; what it is asked is among the calls of the world. */
export function fakePostPort(world: World, acting: Acting): PostPort {
  const find = (name: string, { by, ...look }: TaskLook & { place?: number }): LetterToPost | undefined => {
    world.calls.push({ name, input: { ...look, by: by.sub } });
    const { tasks } = world.request(look.id);
    const task = tasks.find(({ taskId, kind }) => taskId === look.taskId && kind === 'post');
    return world.cases.get(look.id)?.letters?.[task?.code ?? ''];
  };
  const ends = (name: string) =>
    acting(world, name, ({ taskId, by }: TaskLook) => ({ type: 'task-done', data: { taskId, by: by.sub, outcome: 'done' } }));
  return {
    letter: (look) => Promise.resolve(find('letter', look)),
    letterFile(look) {
      const paper = find('letterFile', look)?.paper;
      const filename = look.place === undefined ? 'Q-letter.pdf' : paper?.enclosures[look.place];
      const file = { filename: filename ?? '', contentType: 'application/pdf', content: new TextEncoder().encode('%PDF-1.7') };
      return Promise.resolve(filename === undefined || paper === undefined ? undefined : file);
    },
    copyLink: (look) => Promise.resolve(find('copyLink', look)?.paper?.hasCopy ? 'https://shop.example/download/token' : undefined),
    recordPosted: acting(world, 'recordPosted', ({ taskId, on, by }, request) => {
      const mailId = request.tasks.find((task) => task.taskId === taskId)?.code;
      if (mailId === undefined) return 'already-done';
      world.happen(request.id, { type: 'posted', data: { mailId, on, by: by.sub } });
      return { type: 'task-done', data: { taskId, by: by.sub, outcome: 'done' } };
    }),
    giveAddress: acting(world, 'giveAddress', ({ by }) => ({ type: 'address-given', data: { by: by.sub, sealed: 'SEALED-ADDRESS' } })),
    sendCorrected: ends('sendCorrected'),
    printInstead: ends('printInstead'),
  };
}
