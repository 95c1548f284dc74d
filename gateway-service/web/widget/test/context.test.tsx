import { Observable } from '@parlor/client';
import { render } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { describe, expect, it, vi } from 'vitest';
import { PATIENCE } from '../../testing/patience';
import { useStore } from '../src/panel/context';

class Count extends Observable<number> {
  up(): void {
    this.set(this.getSnapshot() + 1);
  }
}

describe('what is drawn of a store', () => {
  it('follows a change that comes before anybody listens', async () => {
    const count = new Count(0);
    const Changing = () => {
      useLayoutEffect(() => count.up(), []);
      return null;
    };
    const Shown = () => (
      <p>
        {useStore(count)}
        <Changing />
      </p>
    );

    render(<Shown />, document.body);

    await vi.waitFor(() => expect(document.body.textContent).toBe('1'), PATIENCE);
    count.up();
    await vi.waitFor(() => expect(document.body.textContent).toBe('2'), PATIENCE);
    render(null, document.body);
  });
});
