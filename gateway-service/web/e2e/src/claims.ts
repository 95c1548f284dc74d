import { expect } from 'vitest';
import type { Answer } from './wire';

export const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
export const ID = /^[A-Za-z0-9._~-]{1,64}$/;

const INNARDS = /exception|at chat\.parlor|java\.|org\.springframework|select |insert |jackson|reactor/i;

/** Asserts a problem as RFC 9457 has it, which says nothing about how the system is made. */
export function expectProblem(answer: Answer, status: number, code?: string): void {
  expect({ status: answer.status, code: code && answer.body.code }, answer.text).toEqual({ status, code });
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(answer.body).toMatchObject({
    type: `/problems/${answer.body.code}`,
    title: expect.any(String),
    detail: expect.any(String),
    status,
    code: expect.stringMatching(/^[a-z]+(-[a-z]+)*$/),
  });
  expect(answer.text).not.toMatch(INNARDS);
  if (status === 429) expect(answer.headers.get('retry-after')).toMatch(/^\d+$/);
}

/** Asserts a refused body, and which of its fields were wrong. */
export function expectInvalid(answer: Answer, ...fields: string[]): void {
  expectProblem(answer, 422);
  const errors = (answer.body['errors'] ?? []) as { field: string; message: string }[];
  expect(errors.map((error) => error.field)).toEqual(expect.arrayContaining(fields));
  expect(errors.every((error) => error.message.length > 0)).toBe(true);
}
