import type { Http } from './http';
import { problemOf, unreachable } from './problem';
import type { Attachment } from './protocol';

const API = '/api/v1';
const KILO = 1024;

/** What the file picker offers; what is in a file decides, at the server. */
export const ACCEPTED =
  'image/jpeg,image/png,image/gif,image/webp,.jpg,.jpeg,.png,.gif,.webp,.pdf,.doc,.docx';

/** Images are shown in place; only they have a size on screen. */
export const isImage = ({ width, height }: Attachment): boolean =>
  width !== undefined && height !== undefined;

/** How large an image is drawn so that it fits into a square, and keeps its place while it loads. */
export function fitted(
  { width = 1, height = 1 }: Attachment,
  edge: number,
): { width: number; height: number } {
  const scale = Math.min(1, edge / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** A size in words of the reader: kilobytes, or megabytes from one on. */
export function fileSize(locale: string, bytes: number): string {
  const mega = bytes >= KILO * KILO;
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: mega ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: mega ? 1 : 0,
  }).format(Math.max(1, bytes / (mega ? KILO * KILO : KILO)));
}

/** Loads a file, or with `small` its small copy, for pages whose cookies do not reach the gateway. */
export async function fileContent(
  http: Pick<Http, 'url' | 'token'>,
  { url }: Attachment,
  small = false,
): Promise<Blob> {
  const bearer = http.token();
  const response = await fetch(http.url(url.slice(API.length) + (small ? '/thumbnail' : '')), {
    credentials: bearer ? 'omit' : 'same-origin',
    headers: bearer ? { Authorization: `Bearer ${bearer}` } : {},
  }).catch((cause: unknown) => {
    throw unreachable(String(cause));
  });
  if (!response.ok) throw await problemOf(response);
  return response.blob();
}
