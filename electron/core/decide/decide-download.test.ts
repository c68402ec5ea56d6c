import { describe, expect, it } from 'vitest';
import { aDownload } from '../fixtures.test-support';
import { downloadActs, toDownloadFailure, toDownloadLook } from './decide-download';

describe('how a download stands', () => {
  it.each([
    ['running', {}, true],
    ['paused', { isPaused: true }, true],
    ['stopped', {}, false],
    ['stopped', { isPaused: true }, false],
    ['failed', { state: 'failed' }, false],
    ['done', { state: 'done' }, false],
  ] as const)('B20 %s', (look, changes, isRunning) => {
    expect(toDownloadLook(aDownload('d', changes), isRunning)).toBe(look);
  });

  it.each([
    ['running', {}, 'pause cancel'],
    ['paused', {}, 'resume cancel'],
    ['stopped', {}, 'resume cancel'],
    ['stopped', { source: null }, 'cancel'],
    ['done', {}, 'open show forget'],
    ['done', { isRisky: true }, 'show forget'],
    ['failed', {}, 'retry forget'],
    ['failed', { source: null }, 'forget'],
    ['cancelled', {}, 'forget'],
  ] as const)('B21 with one that is %s %j can be done: %s', (look, changes, acts) => {
    expect(downloadActs(aDownload('d', changes), look).join(' ')).toBe(acts);
  });

  it.each([
    ['broken-off', {}],
    ['offline', { isOnline: false }],
    ['disk-full', { freeBytes: 1000 }],
    ['disk-full', { freeBytes: 4_000_000 }],
    ['disk-full', { freeBytes: 0, isOnline: false }],
    ['folder', { canWrite: false }],
    ['folder', { freeBytes: undefined }],
  ] as const)('B24 it broke off: %s, of %j', (failure, changes) => {
    const facts = { freeBytes: 9_000_000, canWrite: true, missingBytes: 5_000_000, isOnline: true };
    expect(toDownloadFailure({ ...facts, ...changes })).toBe(failure);
  });
});
