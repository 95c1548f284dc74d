import type { IssuedLink } from '@parlor/client';

/** What comes after the `#` stays in the browser: no server and no log on the way sees the token. */
export const addressOf = ({ link, token }: IssuedLink): string =>
  `${location.origin}/console/${link.purpose === 'reset' ? 'password' : 'invitation'}#${token}`;
