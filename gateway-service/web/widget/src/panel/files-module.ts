import type { Attachment, Http, UploadTray } from '@parlor/client';
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** What comes with the first file, and not before. */
export interface FilesModule {
  readonly newTray: (http: Http, room: string, largest: number | undefined) => UploadTray;
  readonly Tray: ComponentType<{ readonly tray: UploadTray }>;
  readonly Files: ComponentType<{ readonly files: readonly Attachment[] }>;
}

/** The longer edge of an image in the conversation. */
export const EDGE = 220;

let loading: Promise<FilesModule> | undefined;

/** Asked for again after it failed. */
export function loadFiles(): Promise<FilesModule> {
  loading ??= import('./files').catch((problem: unknown) => {
    loading = undefined;
    throw problem;
  });
  return loading;
}

export function useFilesModule(): FilesModule | undefined {
  const [module, setModule] = useState<FilesModule>();
  useEffect(() => void loadFiles().then(setModule, () => undefined), []);
  return module;
}
