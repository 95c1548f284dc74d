import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { Route } from 'playwright-core';
import { hostPage } from './host-page';

export const ORIGIN = 'http://parlor.test';
const DIST = new URL('../../dist/', import.meta.url);
const TYPES: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css', '.html': 'text/html' };

/** As strict as a page can be and still load the widget. */
export const POLICY = [
  `default-src 'none'`,
  `script-src ${ORIGIN}`,
  `style-src ${ORIGIN}`,
  `connect-src ${ORIGIN} ws://parlor.test`,
  `img-src ${ORIGIN} data:`,
  `base-uri 'none'`,
].join('; ');

/** A page of somebody else, or a file as it was built. */
export function serveFile(route: Route, pathname: string): Promise<void> {
  if (pathname === '/page' || pathname === '/rtl') {
    return route.fulfill({ contentType: 'text/html', body: hostPage(new URL(route.request().url())) });
  }
  const file = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
  const body = read(file);
  const headers = { 'Content-Security-Policy': POLICY };
  if (!body) return route.fulfill({ status: 404, headers });
  return route.fulfill({ contentType: TYPES[extname(file)] ?? 'text/plain', headers, body });
}

function read(file: string): Buffer | undefined {
  try {
    return readFileSync(new URL(`.${file}`, DIST));
  } catch {
    return undefined;
  }
}
