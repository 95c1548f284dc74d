import { describe, expect, it } from 'vitest';
import { fit, fitting } from '../../src/palette/fuzzy';

const best = (typed: string, ...all: string[]) => fitting(all, typed, (text) => text);

describe('what fits', () => {
  it('has every letter in its order, whatever lies between', () => {
    expect(fit('Hand back to the queue', 'hbq')).toBeGreaterThan(0);
    expect(fit('Hand back to the queue', 'qbh')).toBeUndefined();
    expect(fit('Transfer', 'x')).toBeUndefined();
  });

  it('is best where words begin, then where letters stand together', () => {
    expect(best('re', 'Prepare', 'Transfer', 'Resolve')[0]).toBe('Resolve');
    expect(best('ca', 'Close all', 'Maya Cabrera', 'Erica')[0]).toBe('Maya Cabrera');
  });

  it('has all words, in any order', () => {
    expect(best('thompson maya', 'Maya Thompson', 'Maya Okafor')).toEqual(['Maya Thompson']);
  });

  it('is found without accents and capitals', () => {
    expect(best('joao', 'João Pereira')).toEqual(['João Pereira']);
    expect(best('ÜBER', 'Uebersicht', 'Über uns')[0]).toBe('Über uns');
  });

  it('is everything, as it was, when nothing was typed', () => {
    expect(best('  ', 'b', 'a')).toEqual(['b', 'a']);
  });
});
