import type { Http } from './http';
import type { Attachment, Page, Who } from './protocol';

const path = encodeURIComponent;

/** A piece of a text that was found; `hit` is what was looked for. */
export interface FoundPiece {
  readonly text: string;
  readonly hit?: true;
}

/** A message that was found, as it reads now. */
export interface FoundMessage {
  readonly room: string;
  readonly epoch: number;
  readonly seq: number;
  readonly id: string;
  readonly author: Who;
  readonly at: string;
  readonly editedAt?: string;
  readonly pieces?: readonly FoundPiece[];
  readonly attachments?: readonly Attachment[];
}

export interface SearchQuery {
  readonly q?: string | undefined;
  readonly author?: string | undefined;
  readonly kind?: 'text' | 'image' | 'file' | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

/** Looking for messages, newest first. */
export const searchApi = (http: Http) => ({
  /** In every room one may read. */
  search: (query: SearchQuery) => http.request<Page<FoundMessage>>('GET', '/search', undefined, { ...query }),
  searchRoom: (room: string, query: SearchQuery) =>
    http.request<Page<FoundMessage>>('GET', `/rooms/${path(room)}/search`, undefined, { ...query }),
});
