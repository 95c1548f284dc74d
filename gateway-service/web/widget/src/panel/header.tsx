import type { RoomSnapshot, RoomStore } from '@parlor/client';
import { useStore, useSurroundings } from './context';
import type { TalkTexts } from './locales/en.talk';
import type { Sounds } from './sounds';
import { Avatar, CloseButton, IconButton } from './parts';
import { Dots, TalkIcon, useTalk } from './talk-parts';
import type { VisitState } from './visit';

interface Speaker {
  readonly name: string;
  readonly kind: 'bot' | 'person' | 'team';
  readonly line: string;
  readonly image?: string | undefined;
}

/** Who answers at the moment: a person, the assistant, or the team while nobody has the room. */
function speaker({ room, settings }: VisitState, snapshot: RoomSnapshot, texts: TalkTexts): Speaker {
  const team = {
    name: settings.brand?.name ?? 'Parlor',
    kind: 'team',
    image: settings.brand?.logo,
  } as const;
  if (!room) return { ...team, line: texts.connecting };
  if (room.status === 'closed') return { ...team, line: texts.ended };
  if (room.assignee) return { name: room.assignee.name, kind: 'person', line: texts.here };
  if (room.status === 'queued') return { ...team, line: texts.inLine };
  const bot = snapshot.items.findLast((item) => item.author.kind === 'bot');
  return bot ? { name: bot.author.name, kind: 'bot', line: texts.automated } : { ...team, line: texts.here };
}

interface HeaderProps {
  readonly store: RoomStore;
  readonly sounds: Sounds;
  readonly onEnd: (() => void) | undefined;
  readonly onMail: (() => void) | undefined;
}

export function ConversationHeader({ store, sounds, onEnd, onMail }: HeaderProps) {
  const { visit } = useSurroundings();
  const texts = useTalk();
  const snapshot = useStore<RoomSnapshot>(store);
  const { name, kind, line, image } = speaker(useStore(visit), snapshot, texts);
  const muted = useStore(sounds);
  const typing = snapshot.typing[0];
  return (
    <header class="bar">
      <Avatar name={name} kind={kind} image={image} />
      <div class="who">
        <h1 class="who-name">
          <bdi>{name}</bdi>
          {kind === 'bot' && <span class="tag">{texts.ai}</span>}
        </h1>
        <p class={typing ? 'who-line typing' : 'who-line'}>
          {typing ? texts.typing(typing.name) : line}
          {typing && <Dots />}
        </p>
      </div>
      {onMail && (
        <IconButton label={texts.mail.open} onClick={onMail}>
          <TalkIcon name="mail" />
        </IconButton>
      )}
      <IconButton label={muted ? texts.unmute : texts.mute} onClick={() => sounds.mute(!muted)}>
        <TalkIcon name={muted ? 'muted' : 'sound'} />
      </IconButton>
      {onEnd && (
        <IconButton label={texts.end} onClick={onEnd}>
          <TalkIcon name="end" />
        </IconButton>
      )}
      <CloseButton />
    </header>
  );
}
