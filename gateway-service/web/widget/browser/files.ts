/** What a scripted gateway does with files. In tests only. */
import type { Route } from 'playwright-core';

/** Two pixels. */
const PICTURE =
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAAD0lEQVR4nGP436Cg0PAfAAtgAz+KkhVOAAAAAElFTkSuQmCC';

/** One picture for all. */
export const givePicture = (route: Route): Promise<void> =>
  route.fulfill({ contentType: 'image/png', body: Buffer.from(PICTURE, 'base64') });

/** Takes the name of a file out of its form; what it holds is nobody's concern. */
export function takeFile(route: Route, path: string, number: number): Promise<void> {
  const form = route.request().postDataBuffer()?.toString('latin1') ?? '';
  const name = /filename="([^"]*)"/.exec(form)?.[1] ?? '?';
  const id = `f_${number}`;
  const image = name.endsWith('.png');
  const file = { id, name, type: image ? 'image/png' : 'application/pdf', size: 2_400_000 };
  const url = `/api/v1${path}/${id}`;
  return route.fulfill({ status: 201, json: { ...file, url, ...(image && { width: 400, height: 200 }) } });
}
