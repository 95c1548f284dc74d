import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { AT_THE_DESK, DESK_FRAMES, GROUP_FRAMES, IN_A_GROUP, OF_EVERYBODY } from '../src/access';
import { Cast } from '../src/cast';
import { House, type Setting } from '../src/house';
import { clientFrames, frameCell } from '../src/matrix';
import { type Json, type Loose, unique, type Wire } from '../src/wire';

const cast = new Cast(inject('parlor'));
let house: House;
beforeAll(async () => (house = await House.open(cast)));
afterAll(() => cast.leave());

const SILENT = /^(message\.read|typing|viewing)$/;

/** What a frame is answered with. To some only a refusal comes, and before the answer to a later `ping`. */
async function answered(wire: Wire, frame: Loose): Promise<Json | undefined> {
  if (!SILENT.test(String(frame['type']))) return wire.ask(frame);
  const ref = unique();
  wire.send({ ...frame, ref });
  await wire.roundTrip();
  return wire.frames.find((found) => found.type === 'error' && found.ref === ref);
}

const frame = (type: string, { room, seq }: Setting): Loose => {
  const target = { room, id: unique(), seq };
  const more: Readonly<Record<string, Loose>> = {
    'message.send': { room, id: unique(), text: 'Hello' },
    'message.edit': { ...target, text: 'Hello again' },
    'message.delete': target,
    'reaction.toggle': { ...target, emoji: '👍' },
    typing: { room, on: true },
    viewing: { room, doing: 'looking' },
  };
  return { type, ...(more[type] ?? { room, seq }) };
};

describe('O25: every frame answers each member as its row says', () => {
  it('has a row for every frame of the contract', () => {
    expect([...DESK_FRAMES.keys(), ...OF_EVERYBODY].sort()).toEqual(clientFrames().sort());
    expect([...GROUP_FRAMES.keys()]).toEqual([...DESK_FRAMES.keys()]);
  });

  let desk: Promise<Setting>;
  let group: Promise<Setting>;
  beforeAll(() => {
    desk = house.atTheDesk(true);
    group = house.inAQuietGroup(true);
  });

  it.each([...DESK_FRAMES])('%s in a guest room', async (type, row) => {
    expect(await heard([type, row], AT_THE_DESK.slice(1), desk, () => house.atTheDesk(true))).toEqual(row);
  });

  it.each([...GROUP_FRAMES])('%s in a group', async (type, row) => {
    expect(await heard([type, row], IN_A_GROUP.slice(1), group, () => house.inAGroup(true))).toEqual(row);
  });
});

async function heard(
  [type, row]: [string, string[]],
  callers: string[],
  shared: Promise<Setting>,
  another: () => Promise<Setting>,
): Promise<string[]> {
  const cells: string[] = [];
  for (const [column, caller] of callers.entries()) {
    const where = await (type === 'message.delete' && row[column] === 'ack' ? another() : shared);
    const wire = await where.company[caller]!.connect();
    cells.push(frameCell(await answered(wire, frame(type, where))));
    await wire.close();
  }
  return cells;
}
