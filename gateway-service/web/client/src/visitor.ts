import type { Http } from './http';
import type { RoomStatus } from './protocol';

/** A guest as staff see it. */
export interface Visitor {
  readonly id: string;
  readonly name: string;
  readonly email?: string;
  readonly phone?: string;
  /** What of it the host page's server has signed. */
  readonly verified: readonly ('name' | 'email' | 'phone')[];
  readonly firstSeen: string;
  /** The language of the browser, as a tag. */
  readonly locale?: string;
  /** The time zone of the clock there. */
  readonly zone?: string;
  /** Empty while the browser has told nothing. */
  readonly device: {
    readonly browser?: string;
    readonly system?: string;
    readonly kind?: 'desktop' | 'phone' | 'tablet';
  };
  /** The newest first. */
  readonly pages: readonly VisitedPage[];
  readonly attributes: readonly VisitorAttribute[];
  /** The newest of the guest's, the newest first. */
  readonly conversations: readonly {
    readonly id: string;
    readonly status: RoomStatus;
    readonly createdAt: string;
  }[];
}

export interface VisitedPage {
  readonly page: string;
  readonly title?: string;
  readonly seenAt: string;
}

export interface VisitorAttribute {
  readonly name: string;
  readonly value: string;
  /** Whether the host page's server has signed it; else it is what somebody claims. */
  readonly verified: boolean;
}

/** Who visits a room of the desk. */
export const visitorApi = (http: Http) => ({
  visitor: (room: string) => http.request<Visitor>('GET', `/rooms/${encodeURIComponent(room)}/visitor`),
});
