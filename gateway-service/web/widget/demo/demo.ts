/** What a host page may do with the widget, and what it hears of it. */
type Command = readonly [string, ...unknown[]];

declare global {
  interface Window {
    Parlor?: { push(command: Command): unknown };
  }
}

const parlor = (...command: Command) => (window.Parlor ??= [] as Command[]).push(command);

const BUTTONS: Readonly<Record<string, Command>> = {
  ask: ['open'],
  open: ['toggle'],
  dark: ['setTheme', 'dark'],
  light: ['setTheme', 'light'],
  english: ['setLocale', 'en'],
  french: ['setLocale', 'fr'],
  arabic: ['setLocale', 'ar'],
  forget: ['reset'],
};

for (const [id, command] of Object.entries(BUTTONS)) {
  document.getElementById(id)?.addEventListener('click', (event) => {
    // A click outside would close the widget.
    event.stopPropagation();
    parlor(...command);
  });
  document.getElementById(id)?.addEventListener('pointerdown', (event) => event.stopPropagation());
}

const heard = document.getElementById('heard');
for (const name of ['ready', 'opened', 'closed', 'message', 'unread', 'status', 'position']) {
  parlor('on', name, (detail: unknown) => {
    if (heard) heard.textContent = detail === undefined ? name : `${name}: ${JSON.stringify(detail)}`;
  });
}

const line = document.querySelector('#line');
if (line) line.textContent = `<script src="${location.origin}/widget/loader.js" async></script>`;

export {};
