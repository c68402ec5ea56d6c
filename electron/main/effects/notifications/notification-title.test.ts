import { describe, expect, it } from 'vitest';
import { english } from '../../../core/model/language';
import { createTexts } from '../../texts';
import { toTitle } from './notification-title';

const title = (given: string, hasOrigin = false) =>
  toTitle({ title: given, serviceName: 'Team chat', hasOrigin }, createTexts(english));

describe('toTitle', () => {
  it.each([
    ['Mara', 'Mara · Team chat'],
    ['mara (#design) says:', 'mara (#design) says · Team chat'],
    ['マラ：', 'マラ · Team chat'],
    ['Team chat: Mara', 'Team chat: Mara'],
    ['  ', 'New message · Team chat'],
  ])('D21 %j becomes %j', (given, shown) => {
    expect(title(given)).toBe(shown);
  });

  it('D21 leaves the title alone where the desktop names the service', () => {
    expect(title('mara says:', true)).toBe('mara says:');
  });
});
