import { describe, expect, it } from 'vitest';
import {
  decideDndSource,
  isSettingTouched,
  parseSetting,
  readChangedFlag,
  toSystemDnd,
} from './decide-dnd-source';

describe('decideDndSource', () => {
  it.each([
    ['Plasma', { kind: 'property', interface: 'org.freedesktop.Notifications', property: 'Inhibited' }],
    ['dunst', { kind: 'property', interface: 'org.dunstproject.cmd0', property: 'paused' }],
    [
      'gnome-shell',
      {
        kind: 'setting',
        schema: 'org.gnome.desktop.notifications',
        key: 'show-banners',
        onWhen: false,
      },
    ],
    [
      'cinnamon',
      {
        kind: 'setting',
        schema: 'org.cinnamon.desktop.notifications',
        key: 'display-notifications',
        onWhen: false,
      },
    ],
    ['Xfce Notify Daemon', { kind: 'xfconf', channel: 'xfce4-notifyd', property: '/do-not-disturb' }],
    ['SwayNotificationCenter', { kind: 'swaync' }],
    ['mako', { kind: 'none' }],
    ['constructor', { kind: 'none' }],
    [undefined, { kind: 'none' }],
    [7, { kind: 'none' }],
  ])('D40 of %s', (name, source) => {
    expect(decideDndSource(name)).toEqual(source);
  });

  it.each([
    [true, true, 'on'],
    [false, true, 'off'],
    [true, false, 'off'],
    [false, false, 'on'],
    [undefined, true, 'unknown'],
    ['true', true, 'unknown'],
    [1, false, 'unknown'],
  ])('D40 the flag %s, on when %s, says %s', (flag, onWhen, dnd) => {
    expect(toSystemDnd(flag, onWhen)).toBe(dnd);
  });

  it.each([
    ['true\n', true],
    ['false', false],
    ['', undefined],
    ["'false'", undefined],
    [undefined, undefined],
  ])('D43 gsettings prints %j', (text, flag) => {
    expect(parseSetting(text)).toBe(flag);
  });
});

describe('readChangedFlag', () => {
  const source = { interface: 'org.dunstproject.cmd0', property: 'paused' };
  it.each([
    ['its value', [source.interface, { paused: true }, []], 'on'],
    ['its value beside others', [source.interface, { displayedLength: 1, paused: false }, []], 'off'],
    ['that it is no longer known', [source.interface, {}, ['paused']], 'ask'],
    ['a value that is none', [source.interface, { paused: 'yes' }, []], 'ask'],
    ['another property', [source.interface, { displayedLength: 1 }, ['waitingLength']], undefined],
    ['another interface', ['org.freedesktop.Notifications', { paused: true }, []], undefined],
    ['nothing', [], undefined],
    ['junk', [source.interface, null, 'paused'], undefined],
  ])('D41 hears %s', (_, body, heard) => {
    expect(readChangedFlag(body, source)).toBe(heard);
  });
});

describe('isSettingTouched', () => {
  const setting = { schema: 'org.gnome.desktop.notifications', key: 'show-banners' };
  const folder = '/org/gnome/desktop/notifications/';
  it.each([
    ['itself', [`${folder}show-banners`, [''], 'tag'], true],
    ['it among others', [folder, ['show-in-lock-screen', 'show-banners'], 'tag'], true],
    ['its folder, reset', [folder, [''], 'tag'], true],
    ['a folder above', ['/org/gnome/', [], 'tag'], true],
    ['a neighbour', [folder, ['show-in-lock-screen'], 'tag'], false],
    ['one that begins alike', [`${folder}show-banners-x`, [''], 'tag'], false],
    ['an application’s', [`${folder}application/foyer/`, ['enable'], 'tag'], false],
    ['junk', [7, 'x'], false],
  ])('D41 %s changed', (_, body, isTouched) => {
    expect(isSettingTouched(body, setting)).toBe(isTouched);
  });
});
