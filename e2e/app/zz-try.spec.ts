import { test } from '@playwright/test';
import { startStage } from '../servers/web/stage.js';

test('try', async () => {
  test.setTimeout(120_000);
  const page1 = (_q: unknown, r: { writeHead: Function }) =>
    r.writeHead(200, { 'content-type': 'text/html' }).end('<title>Try</title><body style="background:#8cf"><button id=b style="width:300px;height:200px">x</button>');
  const stage = await startStage({
    services: (web) => ({ one: `${web.own}/one`, two: `${web.own}/two` }),
    routes: { '/one': page1 as never, '/two': page1 as never, '/blank': page1 as never },
    args: ['--use-fake-device-for-media-stream'],
  });
  const say = (...a: unknown[]) => process.stdout.write(`## ${a.map((x) => (typeof x === 'string' ? x : JSON.stringify(x))).join(' ')}\n`);
  const one = await stage.page('/one');
  await stage.command('service.activate', { serviceId: 'one' });
  const state = () =>
    stage.foyer.app.evaluate(({ BaseWindow, webContents }) => ({
      full: BaseWindow.getAllWindows().map((w) => [w.isFullScreen(), w.getTitle(), JSON.stringify(w.getBounds()), w.isVisible(), w.isAlwaysOnTop()]),
      views: BaseWindow.getAllWindows()[0]?.contentView.children.map((v) => v.getBounds()),
      urls: webContents.getAllWebContents().map((c) => c.getURL().slice(0, 60)),
    }));
  say('start', await state());
  await stage.foyer.app.evaluate(({ webContents }) => {
    const seen: string[] = [];
    Reflect.set(globalThis, 'seen', seen);
    for (const c of webContents.getAllWebContents())
      for (const e of ['enter-html-full-screen', 'leave-html-full-screen', 'content-bounds-updated', 'did-create-window'])
        c.on(e as never, (...a: unknown[]) => seen.push(`${c.id} ${e} ${JSON.stringify(a.slice(1).map(x=>typeof x==='object'?'o':x))}`));
  });
  const seen = () => stage.foyer.app.evaluate(() => (Reflect.get(globalThis, 'seen') as string[]).splice(0));
  await one.evaluate(() => {
    (document.querySelector('#b') as HTMLElement).onclick = () => void document.documentElement.requestFullscreen().then(() => (document.title = 'full'), (e: Error) => (document.title = `no ${e.message}`));
  });
  await one.mouse.click(100, 100);
  await one.waitForTimeout(1500);
  say('full', await one.title(), await one.evaluate(() => [innerWidth, innerHeight, document.fullscreenElement !== null]), await state(), await seen());
  await one.keyboard.press('Escape');
  await one.waitForTimeout(1000);
  say('after esc', await one.evaluate(() => [innerWidth, innerHeight, document.fullscreenElement !== null]), await state(), await seen());

  // Windows with features.
  await one.evaluate(() => {
    (document.querySelector('#b') as HTMLElement).onclick = () => {
      const w = window.open('/blank', '_blank', 'width=10,height=10,left=-5000,top=-5000,show=no,alwaysOnTop=yes,skipTaskbar=yes,opacity=0,frame=no,focusable=no,title=Trap,type=splash');
      Reflect.set(window, 'w', w);
      document.title = String(w);
    };
  });
  await one.mouse.click(100, 100);
  await one.waitForTimeout(1500);
  say('child', await one.title(), await state(), await seen());
  say('child opts', await stage.foyer.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((w) => [w.getOpacity(), w.isFocusable(), w.isVisible(), w.getBounds()])));
  await one.evaluate(() => { const w = Reflect.get(window, 'w'); w.resizeTo(1, 1); w.moveTo(-9000, -9000); });
  await one.waitForTimeout(500);
  say('child moved', await state(), await seen());
  await stage.foyer.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().forEach((w) => w.destroy()));

  say('pip', await one.evaluate(async () => {
    const d = Reflect.get(window, 'documentPictureInPicture');
    return [typeof d, document.pictureInPictureEnabled];
  }));
  say('fetch app', await one.evaluate(async () => {
    const r: string[] = [];
    for (const u of ['app://foyer/index.html', 'app://foyer/service-icon/two', 'file:///etc/passwd', 'chrome://version', 'devtools://devtools/bundled/inspector.html']) {
      r.push(await fetch(u).then((x) => `got ${x.status}`, (e: Error) => e.message));
      r.push(await new Promise((res) => { const i = new Image(); i.onload = () => res('img'); i.onerror = () => res('noimg'); i.src = u; }));
    }
    return r;
  }));
  say('webrtc', await stage.foyer.app.evaluate(({ webContents }) => webContents.getAllWebContents().map((c) => c.getWebRTCIPHandlingPolicy())));
  say('candidates', await one.evaluate(async () => {
    const pc = new RTCPeerConnection(); pc.createDataChannel('x'); const c: string[] = [];
    pc.onicecandidate = (e) => e.candidate && c.push(e.candidate.candidate);
    await pc.setLocalDescription(await pc.createOffer());
    await new Promise((r) => setTimeout(r, 1500));
    return c;
  }));
  say('referrer', await one.evaluate(async (f) => { await fetch(`${f}/report?from=ref`, { mode: 'no-cors' }); return document.referrer; }, stage.web.foreign));
  say('misc', await one.evaluate(() => {
    return [typeof Reflect.get(window, 'showDirectoryPicker'), typeof Reflect.get(navigator, 'keyboard'), typeof Reflect.get(window, 'getScreenDetails'), typeof Reflect.get(window,'launchQueue'), typeof Reflect.get(navigator,'registerProtocolHandler'), typeof Reflect.get(window,'queryLocalFonts'), typeof Reflect.get(window,'EyeDropper'), typeof Reflect.get(navigator,'contacts'), typeof Reflect.get(navigator,'share'), typeof Reflect.get(window,'PaymentRequest'), typeof Reflect.get(navigator,'bluetooth')];
  }));
  say('prefs', await stage.foyer.app.evaluate(({ webContents }) => webContents.getAllWebContents().map((c) => Reflect.get(c, 'getLastWebPreferences').call(c))));
  say('csp', await stage.foyer.shell.evaluate(() => {
    const out: string[] = [];
    try { document.createElement('div').innerHTML = '<b>x</b>'; out.push('innerHTML ok'); } catch (e) { out.push(`innerHTML ${(e as Error).name}`); }
    try { (0, eval)('1'); out.push('eval ok'); } catch (e) { out.push(`eval ${(e as Error).name}`); }
    try { Reflect.get(window, 'trustedTypes').createPolicy('x', {}); out.push('policy ok'); } catch (e) { out.push(`policy ${(e as Error).name}`); }
    return out;
  }));
  const started = Date.now();
  say('print', await Promise.race([one.evaluate(() => { print(); return 'returned'; }), one.waitForTimeout(4000).then(() => 'stuck')]), Date.now() - started, await state());
  say('log', stage.foyer.log().slice(-2000));
  await stage.stop();
});
