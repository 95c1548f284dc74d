import { isImage, type Attachment } from '@parlor/client';
import { createContext } from 'react';
import type { Row } from '../conversation/rows';

/** The pictures of the conversation that is open, as far as it is loaded, oldest first. */
export const Pictures = createContext<readonly Attachment[]>([]);

export function picturesOf(rows: readonly Row[]): Attachment[] {
  const pictures = new Map<string, Attachment>();
  for (const file of rows.flatMap(filesOf).filter(isImage)) pictures.set(file.id, file);
  return [...pictures.values()];
}

function filesOf(row: Row): readonly Attachment[] {
  if (row.kind === 'message') return row.item.deletedAt ? [] : row.item.attachments;
  return row.kind === 'outgoing' ? (row.outgoing.message.attachments ?? []) : [];
}
