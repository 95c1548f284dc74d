/** `insecure`: the page came without TLS, where browsers show no notifications. */
export type Permission = 'unsupported' | 'insecure' | NotificationPermission;

export function permission(): Permission {
  if (!window.isSecureContext) return 'insecure';
  return 'Notification' in window ? Notification.permission : 'unsupported';
}

/** Asks the person; only ever from a click. */
export async function askPermission(): Promise<Permission> {
  if (permission() === 'default') await Notification.requestPermission().catch(() => undefined);
  return permission();
}

/** What stands on the desktop; one of a tag takes the place of the one before. */
export interface Sheet {
  readonly title: string;
  readonly body: string;
  readonly tag: string;
  readonly onClick: () => void;
}

/** Puts it on the desktop, without a sound of its own; undefined where the system does not let us. */
export function put({ title, body, tag, onClick }: Sheet): Notification | undefined {
  if (permission() !== 'granted') return undefined;
  try {
    const lang = document.documentElement.lang;
    const notification = new Notification(title, { body, tag, lang, dir: 'auto', silent: true });
    notification.onclick = () => {
      window.focus();
      onClick();
      notification.close();
    };
    return notification;
  } catch {
    // Telephones only let service workers do this.
    return undefined;
  }
}
