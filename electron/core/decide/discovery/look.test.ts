import { describe, expect, it } from 'vitest';
import { answered, answersOf } from './answers.test-support';
import { isAllowedLead, toLook, withLeads } from './look';

const URL_TYPED = 'https://example.org/';
const look = toLook(URL_TYPED, false);

describe('where pages lead', () => {
  it('G6 is looked at too', () => {
    const answers = answersOf({ [URL_TYPED]: answered('https://www.example.org/chat/home') });
    expect(withLeads(look, answers).bases).toEqual([
      URL_TYPED,
      'https://www.example.org/chat/',
      'https://www.example.org/',
    ]);
  });

  it('G6 is nothing new when it is the same place', () => {
    const answers = answersOf({ [URL_TYPED]: answered(`${URL_TYPED}login?next=x`) });
    expect(withLeads(look, answers)).toBe(look);
  });

  it.each([
    ['https://example.org/', 'http://127.0.0.1:631/', false],
    ['https://example.org/', 'http://printer.localhost/', false],
    ['https://example.org/', 'file:///etc/passwd', false],
    ['https://example.org/', 'https://other.example/', true],
    ['http://localhost:1/', 'http://127.0.0.1:2/', true],
  ])('G6 from %s to %s: %s', (from, to, isAllowed) => {
    expect(isAllowedLead(from, to)).toBe(isAllowed);
  });
});
