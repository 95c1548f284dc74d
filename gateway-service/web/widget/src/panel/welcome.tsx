import { useStore, useSurroundings } from './context';
import { useExtras } from './extras-module';
import { localized } from './i18n';
import { Avatar, Banner, CloseButton, Icon, useReason } from './parts';
import { soon } from './soon';

export function Welcome() {
  const { visit, texts } = useSurroundings();
  const { settings, problem } = useStore(visit);
  const { brand = {}, texts: said = {}, style = {} } = settings;
  const extras = useExtras(settings);
  const name = brand.name ?? 'Parlor';
  return (
    <div class="screen welcome">
      <header class="hero">
        <div class="hero-bar">
          <Avatar name={name} kind="team" image={brand.logo} />
          <span class="brand">{name}</span>
          <CloseButton />
        </div>
        <h1 class="title" tabIndex={-1} data-focus>
          {localized(texts, 'title', said.title)}
        </h1>
        <p class="subtitle">{localized(texts, 'subtitle', said.subtitle)}</p>
      </header>
      <div class="welcome-body">
        {problem && <Gone code={problem} />}
        <div class="card">
          {extras && <extras.Ribbon />}
          <Availability />
          <button
            type="button"
            class={`primary effect-${style.effect ?? 'none'}`}
            onClick={() => visit.show('form')}
          >
            <span>{localized(texts, 'callToAction', said.callToAction)}</span>
            <Icon name="arrow" />
          </button>
        </div>
        {extras && <extras.Ways />}
      </div>
      <Footer text={said.footer ?? texts.powered} link={said.footerLink} />
    </div>
  );
}

function Availability() {
  const { visit, texts, locale } = useSurroundings();
  const { online, nextOpening, texts: said = {} } = useStore(visit).settings;
  const here = online !== false;
  return (
    <div class="availability">
      <span class={here ? 'dot dot-on' : 'dot'} aria-hidden="true" />
      <div>
        <p class="availability-text">
          {here ? localized(texts, 'online', said.online) : localized(texts, 'offline', said.offline)}
        </p>
        {!here && nextOpening && <p class="hint">{texts.backAt(soon(locale, nextOpening))}</p>}
      </div>
    </div>
  );
}

function Gone({ code }: { code: string }) {
  const { visit } = useSurroundings();
  return <Banner onDismiss={() => visit.dismiss()}>{useReason(code)}</Banner>;
}

function Footer({ text, link }: { text: string; link: string | undefined }) {
  const safe = link && /^https?:/i.test(link) ? link : undefined;
  return (
    <footer class="footer">
      {safe ? (
        <a href={safe} target="_blank" rel="noopener noreferrer nofollow">
          {text}
        </a>
      ) : (
        text
      )}
    </footer>
  );
}

/** A returning visitor's screen until the conversation is there, or could not be. */
export function Loading() {
  const { visit, texts } = useSurroundings();
  const { problem, settings } = useStore(visit);
  const said = useReason(problem ?? '');
  return (
    <div class="screen">
      <header class="bar">
        <Avatar name={settings.brand?.name ?? texts.team} kind="team" image={settings.brand?.logo} />
        <h1 class="bar-title">{settings.brand?.name ?? texts.team}</h1>
        <CloseButton />
      </header>
      {problem ? (
        <Banner>
          {said}{' '}
          <button type="button" class="link" onClick={() => visit.retry()}>
            {texts.tryAgain}
          </button>
        </Banner>
      ) : (
        <p class="loading">
          <span class="spinner" role="status" aria-label={texts.loading} />
        </p>
      )}
    </div>
  );
}
