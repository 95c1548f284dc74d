/** Whoever calls the answer waits until so many have called it. */
export function meeting(count: number): () => Promise<void> {
  let here = 0;
  let open = (): void => undefined;
  const complete = new Promise<void>((resolve) => (open = resolve));
  return () => {
    if (++here === count) open();
    return complete;
  };
}
