import { expect, it } from 'vitest';
import { aService, aState } from '../../core/fixtures.test-support';
import { createAppStore } from '../store/app-store';
import { createBusyBook } from './busy-book';

function setUp() {
  const store = createAppStore(aState([aService('a'), aService('b')]), (error) => {
    throw error;
  });
  const book = createBusyBook(store);
  return { store, book, busy: (id = 'a') => store.getState().session.services[id]?.busy };
}

it('Z20 a reason stands as long as one thing of it goes on', () => {
  const { store, book, busy } = setUp();
  book.begin('a', 'draft', 'one');
  book.begin('a', 'draft', 'two');
  book.begin('a', 'draft', 'two');
  book.end('a', 'draft', 'one');
  expect([busy('a'), busy('b')]).toEqual([['draft'], []]);
  book.end('a', 'draft', 'two');
  expect(busy()).toEqual([]);
  const { revision } = store.getState();
  book.end('a', 'draft', 'two');
  book.end('b', 'upload', 'never known');
  expect(store.getState().revision).toBe(revision);
});

it('Z20 what outlives a document goes on after it', () => {
  const { store, book, busy } = setUp();
  book.begin('a', 'download', 'file');
  store.dispatch({ kind: 'view-document-replaced', serviceId: 'a' });
  expect(busy()).toEqual(['download']);
  store.dispatch({ kind: 'view-closed', serviceId: 'a' });
  expect(busy()).toEqual(['download']);
  book.end('a', 'download', 'file');
  expect(busy()).toEqual([]);
});
