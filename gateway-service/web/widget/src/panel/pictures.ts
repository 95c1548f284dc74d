import { type Attachment, isImage } from '@parlor/client';
import type { Visit } from './visit';

/** The pictures of the conversation as far as it is loaded, oldest first, with those that are still on their way. */
export function picturesOf(visit: Visit): readonly Attachment[] {
  const room = visit.live?.store.getSnapshot();
  const said = room?.items.flatMap((item) =>
    item.kind === 'message' && !item.deletedAt ? item.attachments : [],
  );
  const underway = room?.pending.flatMap(({ attachments = [] }) => attachments);
  const found = [...(said ?? []), ...(underway ?? [])].filter(isImage);
  // A message that was sent may still be among those on their way.
  return found.filter((file, at) => found.findIndex(({ id }) => id === file.id) === at);
}
