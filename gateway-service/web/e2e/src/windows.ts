/** In which a member may send so often. */
const WINDOW_MS = 10_000;

/**
 * What comes of much at once, when all of it lay within one window by the clock of whoever asks. A machine that stalls
 * meanwhile lets the first of it expire and shows nothing about the limit: then somebody new tries.
 *
 * @param prepare makes somebody new and answers with what they do
 */
export async function inOneWindow<T>(prepare: () => Promise<() => Promise<T>>): Promise<T> {
  const act = await prepare();
  const since = performance.now();
  const seen = await act();
  return performance.now() - since < WINDOW_MS ? seen : inOneWindow(prepare);
}
