export * from './protocol';
export * from './problem';
export * from './http';
export * from './api';
export * from './observable';
export * from './ids';
export * from './types';
