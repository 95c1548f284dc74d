import { Problem, type InboxRoom, type Tag } from '@parlor/client';
import { useCallback, useMemo } from 'react';
import { useDesk, useReadable } from '../desk/context';
import { useProblemText } from '../session/problems';
import { useToast } from '../ui/Toasts';
import type { TagsSnapshot } from './tags';

/** The list of tags, as far as it is known. */
export const useTags = (): TagsSnapshot => useReadable(useDesk().tags);

/** The tags a room wears, in the order they were put on; what is in no list any more is left out. */
export function useTagsOf({ tags }: Pick<InboxRoom, 'tags'>): readonly Tag[] {
  const { items } = useTags();
  return useMemo(
    () => (tags ?? []).flatMap((id) => items.find((known) => known.id === id) ?? []),
    [tags, items],
  );
}

/** Puts tags on a room and takes them off; what is refused is told. */
export function useTagging({ id }: Pick<InboxRoom, 'id'>) {
  const { api, inbox, tags } = useDesk();
  const { warn } = useToast();
  const say = useProblemText();
  return useCallback(
    async (tag: string, on: boolean): Promise<void> => {
      try {
        inbox.add([await (on ? api.putTag(id, tag) : api.takeOffTag(id, tag))]);
      } catch (problem) {
        warn(say(problem));
        if (problem instanceof Problem && problem.code === 'unknown-tag') void tags.load();
      }
    },
    [api, inbox, tags, id, warn, say],
  );
}
