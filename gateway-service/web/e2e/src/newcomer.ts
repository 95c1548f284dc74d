import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const DOCUMENT = resolve(import.meta.dirname, '../../../../docs/newcomer.md');

/** What the page for newcomers tells to do. */
export class Newcomer {
  private readonly text = readFileSync(DOCUMENT, 'utf8');

  /** The line for one's own page, with the address under which Parlor is told to be. */
  snippet(parlor: string): string {
    return this.box('html', 'loader.js').replaceAll('http://localhost:8080', parlor);
  }

  /** The option that allows a page on this port of the host in the document. */
  allowing(port: number): { option: string; origin: string } {
    const option = this.box('sh', 'widget-origins').split(' -- ')[1] ?? '';
    const origin = new URL(option.split('=')[1] ?? '');
    const there = `${origin.protocol}//${origin.hostname}:${port}`;
    return { option: option.replace(origin.origin, there), origin: there };
  }

  /** Whether these are the words on the buttons that the document names. */
  names(words: string): boolean {
    return this.text.replace(/\s+/g, ' ').includes(`**${words}**`);
  }

  private box(language: string, about: string): string {
    const boxes = [...this.text.matchAll(/```(\w+)\n(.*?)\n```/gs)];
    const box = boxes.find(([, written, content]) => written === language && content?.includes(about));
    if (!box?.[2]) throw new Error(`docs/newcomer.md: no ${language} box about ${about}`);
    return box[2];
  }
}
