import { createHttp, UploadTray, type Session } from '@parlor/client';

const trays = new WeakMap<Session, Map<string, UploadTray>>();

/** The files chosen for a room and not sent yet; like a draft they are still there on return. */
export function trayOf(session: Session, room: string): UploadTray {
  const known = trays.get(session) ?? new Map<string, UploadTray>();
  trays.set(session, known);
  const tray =
    known.get(room) ??
    new UploadTray({
      http: createHttp(),
      room,
      largest: session.connection.getSnapshot().limits?.fileBytes,
    });
  known.set(room, tray);
  return tray;
}
