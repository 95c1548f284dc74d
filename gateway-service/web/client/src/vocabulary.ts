/** Who there is and what states there are, in the words of the wire. */

export type MemberKind = 'guest' | 'account' | 'bot' | 'system';
export type RoomKind = 'direct' | 'group' | 'team' | 'announcement' | 'guest' | 'backroom';
export type RoomStatus = 'open' | 'queued' | 'assigned' | 'resolved' | 'closed';
export type Role = 'agent' | 'supervisor' | 'administrator';
export type MemberRole = 'member' | 'moderator' | 'admin' | 'guest' | 'agent';
export type Availability = 'online' | 'away' | 'busy' | 'offline';
export interface Named {
  readonly id: string;
  readonly name: string;
}

export interface Who extends Named {
  readonly kind: MemberKind;
}

export interface Self extends Who {
  readonly roles: readonly Role[];
}
