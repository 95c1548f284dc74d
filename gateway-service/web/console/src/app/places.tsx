import {
  AlarmClock,
  Archive,
  AtSign,
  ChartColumn,
  CircleDashed,
  Contact,
  Hourglass,
  Inbox,
  Layers,
  ListOrdered,
  MessagesSquare,
  Palette,
  Plug,
  Tags,
  UserRoundX,
  Users,
  Waypoints,
  Zap,
  type LucideIcon,
} from 'lucide-react';
import type { Account } from '@parlor/client';
import type { Counted } from '../desk/counts';
import { isAdministrator, isSupervisor } from '../session/account';

type Visitor = (account: Account) => boolean;

/** Somewhere the navigation leads to. */
export type Place = {
  readonly to: string;
  readonly icon: LucideIcon;
  /** Which number stands beside it, if any. */
  readonly counts?: Counted;
  /** Stays in sight where there is room for few. */
  readonly first?: true;
  readonly whom?: Visitor;
};

const CONVERSATIONS = [
  { to: 'queue', icon: ListOrdered, counts: 'queue', first: true },
  { to: 'mine', icon: Inbox, counts: 'mine', first: true },
  { to: 'mentions', icon: AtSign, counts: 'mentions' },
  { to: 'snoozed', icon: AlarmClock },
  { to: 'unassigned', icon: CircleDashed },
  { to: 'all', icon: Layers, first: true },
  { to: 'ended', icon: Archive },
] as const satisfies readonly Place[];

const WORKSPACE = [
  { to: 'team', icon: MessagesSquare, counts: 'team', first: true },
  { to: 'reports', icon: ChartColumn, whom: isSupervisor },
  { to: 'replies', icon: Zap },
  { to: 'people', icon: Users, whom: isAdministrator },
  { to: 'routing', icon: Waypoints, whom: isAdministrator },
  { to: 'widget', icon: Palette, whom: isAdministrator },
  { to: 'crm', icon: Contact, whom: isAdministrator },
  { to: 'guests', icon: UserRoundX, whom: isAdministrator },
  { to: 'retention', icon: Hourglass, whom: isAdministrator },
  { to: 'tags', icon: Tags, whom: isAdministrator },
  { to: 'integrations', icon: Plug, whom: isAdministrator },
] as const satisfies readonly Place[];

/** The places of the navigation, whose names are found under `view`. */
export type Somewhere = Place & { readonly to: (typeof CONVERSATIONS | typeof WORKSPACE)[number]['to'] };

/** Where this colleague may go: the conversations, and what belongs to the team. */
export function placesFor(account: Account): readonly [readonly Somewhere[], readonly Somewhere[]] {
  const open = ({ whom }: Place) => !whom || whom(account);
  return [CONVERSATIONS.filter(open), (WORKSPACE as readonly Somewhere[]).filter(open)];
}
