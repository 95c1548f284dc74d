/** What a host page may do with the widget: open it from its own button. */
declare global {
  interface Window {
    Parlor?: { push(command: readonly [string, ...unknown[]]): unknown };
  }
}

document.querySelector('#ask')?.addEventListener('click', (event) => {
  event.stopPropagation();
  (window.Parlor ??= [] as [string, ...unknown[]][]).push(['open']);
});

const line = document.querySelector('#line');
if (line) line.textContent = `<script src="${location.origin}/widget/loader.js" async></script>`;

export {};
