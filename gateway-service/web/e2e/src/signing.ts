import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

const PAGE = readFileSync(resolve(import.meta.dirname, '../../../../docs/widget.md'), 'utf8');

/** How the examples of the documentation are run: each prints a token. */
const LANGUAGES = {
  Node: (code: string, { id, name, email }: Person) => [
    'node',
    '--input-type=module',
    '-e',
    `${code}\nconsole.log(identityOf(${JSON.stringify({ id, name, email })}));`,
  ],
  Python: (code: string, { id, name, email }: Person) => [
    'python3',
    '-c',
    `${code}\nprint(identity_of(*${JSON.stringify([id, name, email])}))`,
  ],
};

export type Language = keyof typeof LANGUAGES;

/** Signs as the page on the widget tells its readers to. */
export function signed(person: Person, secret: string, language: Language = 'Node'): string {
  const [program = '', ...rest] = LANGUAGES[language](example(language), person);
  const env = { ...process.env, PARLOR_IDENTITY_KEY: secret };
  return execFileSync(program, rest, { env, encoding: 'utf8' }).trim();
}

function example(language: Language): string {
  const code = new RegExp(`#### ${language}\n\`\`\`\\w+\n(.*?)\`\`\``, 's').exec(PAGE)?.[1];
  if (!code) throw new Error(`${language}: no example (expected: one in docs/widget.md)`);
  return code;
}
