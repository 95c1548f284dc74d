import { Problem, type Rating as Given, type Room } from '@parlor/client';
import { useState } from 'preact/hooks';
import { adopt } from '../loader/dom';
import { useSurroundings } from './context';
import css from './styles/rating.css?inline';
import { useTalk } from './talk-parts';

const SCORES = [1, 2, 3, 4, 5] as const;
const COMMENT_CHARACTERS = 1_000;

/** How it was: one to five stars, and a word on it if the visitor likes. Asked once, changed for a short time. */
export function Rating({ room }: { room: Room }) {
  const [changing, setChanging] = useState(false);
  const { rating } = room;
  return (
    <div class="rating" ref={dress}>
      {rating && !changing ? (
        <Thanks rating={rating} onChange={() => setChanging(true)} />
      ) : (
        <Ask rating={rating} onDone={() => setChanging(false)} />
      )}
    </div>
  );
}

const dressed = new WeakSet<Node>();

/** Puts the styles of this chunk where the widget is. */
function dress(element: Element | null): void {
  const root = element?.getRootNode();
  if (!(root instanceof ShadowRoot) || dressed.has(root)) return;
  dressed.add(root);
  adopt(root, css);
}

function Ask({ rating, onDone }: { rating: Given | undefined; onDone: () => void }) {
  const { visit } = useSurroundings();
  const { rating: texts } = useTalk();
  const [score, setScore] = useState(rating?.score);
  const [comment, setComment] = useState(rating?.comment ?? '');
  const [state, setState] = useState<'idle' | 'busy' | 'failed' | 'late'>('idle');
  const send = (event: Event) => {
    event.preventDefault();
    if (score === undefined || state === 'busy') return;
    setState('busy');
    // The news of the rating may be faster than the answer, and another form be open by then.
    const form = event.currentTarget as HTMLElement;
    const done = () => void (form.isConnected && onDone());
    void visit.live?.course.rate(score, comment.trim()).then(done, (problem: unknown) => {
      setState(problem instanceof Problem && problem.code === 'rating-final' ? 'late' : 'failed');
    });
  };
  return (
    <form onSubmit={send}>
      <fieldset class="stars">
        <legend>{texts.ask}</legend>
        {SCORES.map((value) => (
          <label key={value} class={value <= (score ?? 0) ? 'star star-on' : 'star'}>
            <input
              type="radio"
              name="parlor-score"
              value={value}
              checked={value === score}
              aria-label={texts.stars(value)}
              onChange={() => setScore(value)}
            />
            <Star />
          </label>
        ))}
      </fieldset>
      {score !== undefined && (
        <>
          <textarea
            class="rating-comment"
            aria-label={texts.comment}
            placeholder={texts.comment}
            rows={2}
            dir="auto"
            maxLength={COMMENT_CHARACTERS}
            value={comment}
            onInput={(event) => setComment(event.currentTarget.value)}
          />
          {(state === 'failed' || state === 'late') && (
            <p class="rating-problem" role="alert">
              {state === 'late' ? texts.late : texts.failed}
            </p>
          )}
          <button type="submit" class="quiet" aria-disabled={state === 'busy'}>
            {texts.send}
          </button>
        </>
      )}
    </form>
  );
}

function Thanks({ rating, onChange }: { rating: Given; onChange: () => void }) {
  const { rating: texts } = useTalk();
  return (
    <div role="status">
      <p>
        <strong>{texts.thanks}</strong>
      </p>
      <p class="stars" role="img" aria-label={texts.stars(rating.score)}>
        {SCORES.map((value) => (
          <span key={value} class={value <= rating.score ? 'star star-on' : 'star'}>
            <Star />
          </span>
        ))}
      </p>
      <button type="button" class="link" onClick={onChange}>
        {texts.change}
      </button>
    </div>
  );
}

const Star = () => (
  <svg viewBox="0 0 24 24" aria-hidden="true">
    <path d="m12 3.5 2.6 5.4 5.9.8-4.3 4.1 1 5.9-5.2-2.8-5.2 2.8 1-5.9L3.5 9.7l5.9-.8Z" />
  </svg>
);
