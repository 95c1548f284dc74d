import { i18next } from '../i18n/i18n';
import { put, type Sheet } from './desktop';
import type { News } from './news';

/** More than that, and one digest stands for all of them. */
const MOST = 3;
const PREVIEW_CHARS = 140;

/** What a person finds on the desktop when it comes back: a few notifications, or one digest, never a flood. */
export class Notices {
  /** Where a click leads: to a room, or to the list. */
  open: (news: News | undefined) => void = () => undefined;
  #shown: Notification[] = [];
  /** The rooms that had news since somebody looked. */
  readonly #rooms = new Set<string>();
  #count = 0;

  show(news: News, preview: boolean): void {
    this.#rooms.add(news.room.id);
    if (++this.#count > MOST) return this.#digest();
    this.#put({
      title: titleOf(news),
      body: preview ? bodyOf(news) : i18next.t(`alerts.${news.kind}`),
      tag: `parlor.${news.key}`,
      onClick: () => this.open(news),
    });
  }

  /** What happened while there was no connection, in one. */
  missed(rooms: readonly string[]): void {
    if (rooms.length === 0) return;
    rooms.forEach((room) => this.#rooms.add(room));
    this.#count = MOST;
    this.#digest();
  }

  /** Somebody looks: what was there to say is on the screen. */
  clear(): void {
    this.#count = 0;
    this.#rooms.clear();
    for (const notification of this.#shown.splice(0)) notification.close();
  }

  #digest(): void {
    for (const notification of this.#shown.splice(0)) notification.close();
    this.#put({
      title: i18next.t('alerts.digestTitle'),
      body: i18next.t('alerts.digest', { count: this.#rooms.size }),
      tag: 'parlor.digest',
      onClick: () => this.open(undefined),
    });
  }

  #put(sheet: Sheet): void {
    const notification = put(sheet);
    if (notification) this.#shown.push(notification);
  }
}

function titleOf({ kind, room, message }: News): string {
  if (message && kind === 'mention') return i18next.t('alerts.mentionTitle', { name: message.author.name });
  return kind === 'message' && message ? message.author.name : (room.guest?.name ?? room.name);
}

function bodyOf({ kind, room, message }: News): string {
  const text = message?.text || room.lastMessage?.text;
  if (!text) return i18next.t(`alerts.${kind}`);
  return text.length > PREVIEW_CHARS ? `${text.slice(0, PREVIEW_CHARS).trimEnd()}…` : text;
}
