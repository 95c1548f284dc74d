/** Contact, ribbon and effects of the welcome screen, in a chunk that is loaded where one of them is set. */
import { adopt } from '../loader/dom';
import { useStore, useSurroundings } from './context';
import { more, type MoreTexts } from './locales/en.more';
import { Glyph } from './parts';
import css from './styles/extras.css?inline';
import { pagesOf, type Way, waysOf } from './ways';

const ICONS: Record<Way | 'card', string> = {
  phone:
    'M8.5 4.5H5.7c-.7 0-1.2.6-1.2 1.3 0 7.6 6.1 13.7 13.7 13.7.7 0 1.3-.5 1.3-1.2v-2.8l-4-1.7-1.8 2.2a12 12 0 0 1-5.7-5.7l2.2-1.8-1.7-4Z',
  whatsapp:
    'M4 20l1.2-4A8.3 8.3 0 1 1 8.3 19L4 20ZM9.3 8.3c-.8.8-.7 2.3 1.4 4.5s3.9 2.3 4.7 1.4l-1.7-1.5-1.1.6-1.900-1.900.6-1.1-1.5-1.7Z',
  telegram: 'M20.5 4.5 3.5 11.3l5.200 1.900 2 6 3-3.5 4.300 3.100 2.500-14.3ZM8.700 13.200l8.3-5.7-6 7.200',
  email: 'M4 6.5h16v11.5H4zM4 7l8 6 8-6',
  card: 'M4 5.500h16v13H4zM9 12.200a1.900 1.900 0 1 0 0-3.800 1.900 1.900 0 0 0 0 3.800ZM6 15.800c.5-1.300 1.6-2 3-2s2.500.7 3 2M14.5 10h3M14.5 13.5h3',
};

const dressed = new WeakSet<Node>();

function dress(element: Element | null): void {
  const root = element?.getRootNode();
  if (!(root instanceof ShadowRoot) || dressed.has(root)) return;
  dressed.add(root);
  adopt(root, css);
}

const useMore = (): MoreTexts => useSurroundings().more ?? more;

export function Ribbon() {
  const { settings } = useStore(useSurroundings().visit);
  const texts = useMore();
  if (!settings.contact?.alwaysThere) return null;
  return (
    <p class="ribbon" role="img" aria-label={texts.alwaysThere}>
      24/7
    </p>
  );
}

export function Ways() {
  const { visit } = useSurroundings();
  const { contact = {} } = useStore(visit).settings;
  const texts = useMore();
  const ways = waysOf(contact);
  const pages = pagesOf(contact);
  return (
    <div class="extras" ref={dress}>
      {(ways.length > 0 || contact.card) && (
        <ul class="ways" aria-label={texts.ways}>
          {ways.map(({ way, href }) => (
            <li key={way}>
              <a class="way" href={href} {...(href.startsWith('https:') && ELSEWHERE)}>
                <Glyph name={way} d={ICONS[way]} />
                {texts.way[way]}
              </a>
            </li>
          ))}
          {contact.card && (
            <li>
              <a class="way" href={visit.http.url('/widget/card')} download="contact.vcf">
                <Glyph name="card" d={ICONS.card} />
                {texts.card}
              </a>
            </li>
          )}
        </ul>
      )}
      {pages.length > 0 && (
        <ul class="pages" aria-label={texts.pages}>
          {pages.map(({ name, url }) => (
            <li key={url}>
              <a href={url} {...ELSEWHERE}>
                {name}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

const ELSEWHERE = { target: '_blank', rel: 'noopener noreferrer nofollow' } as const;
