import type { Page } from 'playwright-core';

type Ears = Window & { volumes: number[] };

/** Keeps how loud each tone of a page was, from its next load on. */
export const listen = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const ears = window as unknown as Ears;
    ears.volumes = [];
    const connect = AudioNode.prototype.connect as (this: AudioNode, to: AudioNode) => AudioNode;
    AudioNode.prototype.connect = function (this: AudioNode, to: AudioNode) {
      if (this instanceof GainNode && to instanceof AudioDestinationNode) {
        ears.volumes.push(Math.round(this.gain.value * 10) / 10);
      }
      return connect.call(this, to);
    } as typeof AudioNode.prototype.connect;
  });

export const volumes = (page: Page): Promise<readonly number[]> =>
  page.evaluate(() => (window as unknown as Ears).volumes);
