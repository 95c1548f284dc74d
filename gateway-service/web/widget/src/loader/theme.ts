import type { Theme } from '../settings';

const NAMES = /(^|[\s"'-])(dark|light)($|[\s"'-])/;

/** What the page says of itself, in the ways pages usually do. */
function pageTheme(): string | undefined {
  const { dataset, classList } = document.documentElement;
  const said = `${dataset.theme ?? ''} ${dataset.bsTheme ?? ''} ${dataset.colorScheme ?? ''} ${classList}`;
  return NAMES.exec(said)?.[2];
}

/** Keeps the host dark or light: as asked, else as the page, else as the system. */
export function followTheme(apply: (dark: boolean) => void): (theme: Theme) => void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  let wanted: Theme = 'auto';
  const update = () => {
    const theme = wanted === 'auto' ? pageTheme() : wanted;
    apply(theme ? theme === 'dark' : system.matches);
  };
  system.addEventListener('change', update);
  new MutationObserver(update).observe(document.documentElement, {
    attributeFilter: ['class', 'data-theme', 'data-bs-theme', 'data-color-scheme'],
  });
  return (theme) => {
    wanted = theme;
    update();
  };
}
