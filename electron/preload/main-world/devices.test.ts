import { describe, expect, it } from 'vitest';
import { openPage } from './test-world';

const there = `there = [
  new MediaDeviceInfo('videoinput', 'Lid', 'v1'), new MediaDeviceInfo('videoinput', 'Desk', 'v2'),
  new MediaDeviceInfo('audioinput', 'Lid', 'a1'), new MediaDeviceInfo('audioinput', 'Headset', 'a2'),
];`;

async function open(camera: string | null, microphone: string | null) {
  const world = openPage();
  world.run(there);
  world.deliver({ kind: 'devices-chosen', camera, microphone });
  /** What Chromium is asked for. */
  const asked = async (wanted: string) => {
    await world.run(`navigator.mediaDevices.getUserMedia(${wanted})`);
    return world.run(`JSON.stringify({
      video: typeof wanted.video === 'object' ? { id: wanted.video.deviceId, width: wanted.video.width } : wanted.video,
      audio: typeof wanted.audio === 'object' ? { id: wanted.audio.deviceId } : wanted.audio,
      own: wanted.peerIdentity,
    })`);
  };
  return { world, asked };
}
const json = (value: object) => JSON.stringify(value);

describe('the devices a person chose', () => {
  it('V45 are asked for where a page asks for any', async () => {
    const { asked } = await open('Desk', 'Headset');
    expect(await asked('{ video: true, audio: {}, peerIdentity: "x" }')).toBe(
      json({ video: { id: { ideal: 'v2' } }, audio: { id: { ideal: 'a2' } }, own: 'x' }),
    );
    expect(await asked('{ video: { width: 640 } }')).toBe(
      json({ video: { id: { ideal: 'v2' }, width: 640 } }),
    );
  });

  it('V45 a page that asks for a certain one, or in the old form, gets what it asks for', async () => {
    const { asked } = await open('Desk', null);
    expect(await asked('{ video: { deviceId: "mine" }, audio: true }')).toBe(
      json({ video: { id: 'mine' }, audio: true }),
    );
    expect(await asked('{ video: { mandatory: {} } }')).toBe(json({ video: {} }));
    expect(await asked('{ audio: true }')).toBe(json({ audio: true }));
    expect(await asked('{ video: false, audio: true }')).toBe(json({ video: false, audio: true }));
  });

  it('V45 one that is not there, or cannot be looked for, is as if none was chosen', async () => {
    const { world, asked } = await open('Gone', 'Headset');
    expect(await asked('{ video: true }')).toBe(json({ video: true }));
    world.run('noDevices = true');
    expect(await asked('{ video: true, audio: true }')).toBe(json({ video: true, audio: true }));
  });

  it('V45 none chosen leaves all as it is, and what is chosen holds until it is no more', async () => {
    const { world, asked } = await open(null, null);
    expect(await asked('{ audio: true }')).toBe(json({ audio: true }));
    world.deliver({ kind: 'devices-chosen', camera: null, microphone: 'Lid' });
    expect(await asked('{ audio: true }')).toBe(json({ audio: { id: { ideal: 'a1' } } }));
    world.deliver({ kind: 'devices-chosen', camera: null, microphone: null });
    expect(await asked('{ audio: true }')).toBe(json({ audio: true }));
    expect(world.run('MediaDevices.prototype.getUserMedia.name')).toBe('getUserMedia');
  });
});
