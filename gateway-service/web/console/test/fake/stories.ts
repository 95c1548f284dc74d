import type { Who } from '@parlor/client';
import { ada, colleagues, who, World, type FakeRoom } from './world';

const [, bo, chi, dana] = colleagues as [typeof ada, typeof ada, typeof ada, typeof ada];
const bot: Who = { id: 'b_parlor', name: 'Assistant', kind: 'bot' };
const system: Who = { id: 'system', name: 'Parlor', kind: 'system' };

/** A desk on an ordinary afternoon. */
export function ordinaryDay(now?: () => number): World {
  const world = new World(now);
  waiting(world);
  mayaMoves(world);
  others(world);
  team(world);
  return world;
}

function waiting(world: World): void {
  const yusuf = world.guestRoom('r_yusuf', 'Yusuf Demir', 'queued', 11);
  Object.assign(yusuf, { page: 'https://shop.example/account/invoices?from=mail' });
  world.say(
    yusuf,
    who(yusuf.guest!, 'guest'),
    'Hi, my invoice from October has the wrong VAT number on it.',
    13,
  );
  world.say(yusuf, bot, 'I can look that up. Could you send me the invoice number?', 12.8);
  world.say(
    yusuf,
    who(yusuf.guest!, 'guest'),
    'I would rather talk to a person, please. It is number 2026-1184 and the number should end in 77.',
    11.2,
  );
  world.notice(yusuf, who(yusuf.guest!, 'guest'), 'handed-off', 11);
  const lea = world.guestRoom('r_lea', 'Léa Moreau', 'queued', 3);
  Object.assign(lea, { page: 'https://shop.example/tables/walnut', origin: 'Instagram' });
  world.say(lea, who(lea.guest!, 'guest'), 'Is the walnut table still available in 180 cm?', 3);
  const guest = world.guestRoom('r_anon', 'Guest 4821', 'queued', 0.6);
  world.say(guest, who(guest.guest!, 'guest'), 'hello?', 0.6);
}

function mayaMoves(world: World): void {
  const maya = world.guestRoom('r_maya', 'Maya Thompson', 'assigned', 1600, ada);
  const back = world.rooms.get('r_maya_back') as FakeRoom;
  const guest = who(maya.guest!, 'guest');
  world.notice(maya, system, 'created', 1600);
  world.say(maya, guest, 'Hello! I ordered a bookshelf two weeks ago and I am moving on Friday.', 1599);
  world.say(maya, guest, 'Could you deliver it to the new address instead?', 1598);
  world.say(
    maya,
    bot,
    'Thanks, Maya. I can see order 50921, planned for Thursday. Changing an address needs a colleague, I am asking for one now.',
    1597.8,
  );
  world.notice(maya, guest, 'handed-off', 1597);
  world.notice(maya, who(ada), 'assigned', 1590, ada);
  world.say(maya, who(ada), 'Hi Maya, congratulations on the new place! What is the new address?', 1589);
  world.say(maya, guest, '14 Harbour Lane, third floor. There is a lift.', 1580);
  world.say(
    back,
    who(bo),
    'Carrier says address changes are free until 48 h before. Third floor with a lift counts as ground floor.',
    1578,
  );
  world.say(back, who(ada), 'Thanks, then I will not charge her.', 1577);
  world.say(maya, who(ada), 'Done: Thursday becomes Friday afternoon, 14 Harbour Lane. No extra cost.', 1570);
  const nice = world.say(maya, guest, 'You are the best, thank you!', 1568);
  world.add(
    maya,
    {
      type: 'reaction.changed',
      author: who(ada),
      target: nice.seq,
      emoji: '🎉',
      on: true,
      reactions: [{ emoji: '🎉', members: [ada.id] }],
    },
    world.ago(1567),
  );
  world.say(
    maya,
    guest,
    'One more question: the confirmation mail still shows the old address. Is that a problem?\nHere is what I see: https://shop.example/orders/50921',
    14,
  );
  const first = world.say(maya, who(ada), 'The mail is sent before the carrier confirms.', 12, {
    replyTo: nice.seq + 2,
  });
  world.add(
    maya,
    {
      type: 'message.edited',
      author: who(ada),
      target: first.seq,
      text: 'No problem: the mail goes out before the carrier confirms. The label has the new address, I have just checked.',
    },
    world.ago(11),
  );
  world.say(maya, guest, 'Perfect. And could someone call me half an hour before?', 4);
  world.say(maya, guest, 'My number is the one in the order.', 3.5);
  Object.assign(maya, { unread: 2, tags: ['t_delivery'] });
}

function others(world: World): void {
  const tom = world.guestRoom('r_tom', 'Tomás Herrera', 'assigned', 300, ada);
  world.say(tom, who(tom.guest!, 'guest'), 'The drawer does not close completely.', 300);
  world.say(tom, who(ada), 'That is usually the left rail. I will send you a photo of where to press.', 290);
  const ines = world.guestRoom('r_ines', 'Inês Carvalho', 'resolved', 2000, ada);
  world.say(ines, who(ines.guest!, 'guest'), 'It works now, obrigada!', 1990);
  const sam = world.guestRoom('r_sam', 'Sam Whitfield', 'assigned', 45, bo);
  world.say(sam, who(sam.guest!, 'guest'), 'Do you ship to Jersey?', 45);
  world.say(sam, who(bo), 'We do, twice a week.', 40);
  const nora = world.guestRoom('r_nora', 'Nora Bergström', 'open', 2);
  world.say(nora, who(nora.guest!, 'guest'), 'What are your opening hours on Sundays?', 2);
  world.say(nora, bot, 'We are closed on Sundays. On Saturdays the showroom is open from 10 to 18.', 1.9);
  const old = world.guestRoom('r_old', 'Pieter de Vries', 'closed', 12000, chi);
  world.say(old, who(old.guest!, 'guest'), 'Thanks, bye!', 11990);
  world.notice(old, who(chi), 'closed', 11980);
  Object.assign(old, {
    topics: ['walnut shelf', 'delivery', 'Saturday'],
    rating: { score: 4, comment: 'Quick and kind.', ratedAt: world.ago(11975) },
  });
  world.summaries.set('r_old', [
    {
      outcome: 'closed',
      beganAt: world.ago(12000),
      endedAt: world.ago(11980),
      endedBy: who(chi),
      agent: { id: chi.id, name: chi.name },
      messages: { guest: 4, agent: 3, bot: 1 },
      firstResponseMs: 95_000,
      topics: ['walnut shelf', 'delivery', 'Saturday'],
    },
    {
      outcome: 'resolved',
      beganAt: world.ago(13000),
      endedAt: world.ago(12980),
      endedBy: who(old.guest!, 'guest'),
      messages: { guest: 1, agent: 0, bot: 1 },
      topics: ['invoice'],
    },
  ]);
}

function team(world: World): void {
  const member = (account: typeof ada) => ({
    id: account.id,
    name: account.name,
    kind: 'account' as const,
    role: 'member' as const,
  });
  const desk = world.room('r_desk', {
    kind: 'group',
    name: 'Front desk',
    members: [ada, bo, chi, dana].map(member),
    minutes: 9000,
  });
  world.say(desk, who(bo), 'Carrier strike is off the table, deliveries run as planned.', 180);
  world.say(desk, who(dana), 'شكراً، سأخبر العملاء الذين ينتظرون.', 175);
  world.say(desk, who(chi), 'Great. Please tell the guests who asked yesterday.', 170);
  Object.assign(desk, { unread: 1 });
  const direct = world.room('r_bo', {
    kind: 'direct',
    name: bo.name,
    members: [ada, bo].map(member),
    minutes: 5000,
  });
  world.say(direct, who(bo), 'Lunch at one?', 95);
  world.say(direct, who(ada), 'Yes, the usual place.', 94);
  const news = world.room('r_news', {
    kind: 'announcement',
    name: 'News',
    members: [ada, bo, chi, dana].map(member),
    minutes: 20000,
  });
  world.say(news, who(chi), 'From Monday on the showroom opens at nine.', 4000);
}

/** Many rooms and one long conversation, to see that nothing slows down. */
export function busyYear(): World {
  const world = ordinaryDay();
  for (let n = 0; n < 400; n++) {
    const room = world.guestRoom(`r_many${n}`, `Guest ${1000 + n}`, 'assigned', 30 + n * 7, ada);
    world.say(room, who(room.guest!, 'guest'), `Question number ${n}`, 30 + n * 7);
  }
  const long = world.guestRoom('r_long', 'Long story', 'assigned', 9000, ada);
  for (let n = 0; n < 600; n++) {
    const author = n % 3 ? who(long.guest!, 'guest') : who(ada);
    world.say(long, author, `Line ${n + 1} of a long story. ${'It goes on. '.repeat(n % 5)}`, 8000 - n * 12);
  }
  return world;
}

/** As much as a console ever holds: every tenth conversation is Ada's, and one of hers has gone on for a year. */
export function crowded(rooms: number, messages: number): World {
  const world = new World();
  const states = ['assigned', 'closed', 'resolved', 'assigned', 'closed'] as const;
  for (let n = 0; n < rooms; n++) {
    const agent = n % 10 ? bo : ada;
    const room = world.guestRoom(
      `r_${n}`,
      `Guest ${n}`,
      states[n % states.length] ?? 'closed',
      30 + n,
      agent,
    );
    world.say(room, who(room.guest!, 'guest'), `Question number ${n}`, 29 + n);
    world.say(room, who(agent), `Answer number ${n}`, 28 + n);
  }
  const long = world.guestRoom('r_long', 'Long story', 'assigned', 9_000, ada);
  for (let n = messages; n > 0; n--) {
    const author = n % 3 ? who(long.guest!, 'guest') : who(ada);
    world.say(long, author, `Line ${n} of a long story. ${'It goes on. '.repeat(n % 5)}`, n);
  }
  return world;
}
