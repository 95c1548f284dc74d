/**
 * Measures in Chromium what the built widget costs a page that shows it: `npm run cost -w widget`.
 * The page comes from a server of its own, because what a test answers itself does not pass the emulated network.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { loadavg } from 'node:os';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';

const ROUNDS = Number(process.argv[2] ?? 9);
/** The profile that Lighthouse calls a mid-range phone on slow 4G. */
const SLOW_PHONE = { cpu: 4, latencyMs: 150, downKbit: 1_638, upKbit: 675 };
const TYPES = { '.js': 'text/javascript', '.json': 'application/json' };
const POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'; img-src data:";

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
const settings = JSON.stringify({
  enabled: true,
  online: true,
  brand: { name: 'Parlor', primaryColor: '#0b6b5f', buttonColor: '#0b6b5f' },
  texts: {},
  style: { bubble: 'circle', icon: 'chat', effect: 'none', theme: 'auto', side: 'end', zIndex: 1030 },
  form: { email: 'required', phone: 'optional', message: 'optional' },
  contact: { social: [], card: false, alwaysThere: false },
  features: { handoff: true, typing: true, attachments: true },
});
const page = (widget) => `<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><title>A page</title>
<h1>A page</h1>${'<p>Words that somebody came to read.</p>'.repeat(40)}
${widget ? '<script src="/widget/loader.js" async></script>' : ''}</html>`;

function answer(path) {
  if (path === '/plain' || path === '/page') return ['text/html', page(path === '/page')];
  if (path === '/api/v1/widget') return ['application/json', settings];
  return [TYPES[extname(path)] ?? 'text/plain', readFileSync(dist + path)];
}

const server = createServer(({ url }, response) => {
  const [type, body] = answer(url);
  response.setHeader('content-type', `${type}; charset=utf-8`);
  response.setHeader('content-security-policy', POLICY);
  response.setHeader('content-encoding', 'gzip');
  response.end(gzipSync(body, { level: 9 }));
});
await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
const origin = `http://127.0.0.1:${server.address().port}`;
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update'],
});

/** A visitor with an empty cache, and what the browser counts of it. */
async function visitor(profile) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const tab = await context.newPage();
  const session = await context.newCDPSession(tab);
  await session.send('Network.enable');
  await session.send('Performance.enable');
  if (profile) {
    await session.send('Emulation.setCPUThrottlingRate', { rate: profile.cpu });
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: profile.latencyMs,
      downloadThroughput: (profile.downKbit * 1024) / 8,
      uploadThroughput: (profile.upKbit * 1024) / 8,
    });
  }
  const sent = { requests: 0, bytes: 0 };
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    sent.requests += 1;
    sent.bytes += encodedDataLength;
  });
  await tab.addInitScript(() => {
    window.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) window.shift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
    window.longest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration);
    }).observe({ type: 'longtask', buffered: true });
  });
  const busy = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1_000 * metrics.find(({ name }) => name === 'TaskDuration').value;
  };
  return { context, tab, sent, busy };
}

const quiet = (tab) => tab.waitForLoadState('networkidle');

/** What a page costs until nothing more is loaded, and how long its main thread was busy. */
async function load(path, profile) {
  const { context, tab, sent, busy } = await visitor(profile);
  await tab.goto(origin + path);
  if (path === '/page') await tab.locator('parlor-widget button.bubble').waitFor();
  await quiet(tab);
  const found = { ...sent, busyMs: await busy(), shift: await tab.evaluate(() => window.shift) };
  await context.close();
  return found;
}

/** From the press on the bubble until the first button of the panel can be pressed, seen from within the page. */
async function open(profile) {
  const { context, tab, sent, busy } = await visitor(profile);
  await tab.goto(`${origin}/page`);
  await tab.locator('parlor-widget button.bubble').waitFor();
  await quiet(tab);
  const before = { ...sent, busyMs: await busy() };
  await tab.evaluate(() => (window.longest = 0));
  const usableMs = await tab.evaluate(
    () =>
      new Promise((resolve) => {
        const root = document.querySelector('parlor-widget').shadowRoot;
        const began = performance.now();
        const look = () => {
          const button = root.querySelector('.panel .primary');
          const box = button?.getBoundingClientRect();
          const hit = box && root.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
          if (hit && button.contains(hit)) resolve(performance.now() - began);
          else requestAnimationFrame(look);
        };
        root.querySelector('button.bubble').click();
        look();
      }),
  );
  await quiet(tab);
  const { longest, shift } = await tab.evaluate(() => ({ longest: window.longest, shift: window.shift }));
  const found = {
    requests: sent.requests - before.requests,
    bytes: sent.bytes - before.bytes,
    busyMs: (await busy()) - before.busyMs,
    usableMs,
    longest,
    shift,
  };
  await context.close();
  return found;
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

async function rounds(measure) {
  const found = [];
  for (let round = 0; round < ROUNDS; round += 1) found.push(await measure());
  return Object.fromEntries(Object.keys(found[0]).map((key) => [key, found.map((one) => one[key])]));
}

const say = (name, values, digits = 0) =>
  console.log(
    `${name.padEnd(44)} ${median(values).toFixed(digits).padStart(9)}   (${Math.min(...values).toFixed(digits)} to ${Math.max(...values).toFixed(digits)})`,
  );
/** What the widget adds to a page, round by round. */
const added = (plain, shown, key) => shown[key].map((value, round) => value - plain[key][round]);

await open(undefined);
const began = loadavg()[0];
for (const [name, profile] of [
  ['this machine', undefined],
  ['slow phone', SLOW_PHONE],
]) {
  const plain = await rounds(() => load('/plain', profile));
  const shown = await rounds(() => load('/page', profile));
  const opened = await rounds(() => open(profile));
  console.log(`\n${name}: median of ${ROUNDS} (least to most)`);
  say('bubble: requests', added(plain, shown, 'requests'));
  say('bubble: bytes on the wire, headers too', added(plain, shown, 'bytes'));
  say('bubble: main thread busy, ms', added(plain, shown, 'busyMs'), 1);
  say('bubble: layout shift of the page', shown.shift, 4);
  say('opening: requests', opened.requests);
  say('opening: bytes on the wire, headers too', opened.bytes);
  say('opening: main thread busy, ms', opened.busyMs, 1);
  say('opening: longest task, ms', opened.longest);
  say('opening: until it can be used, ms', opened.usableMs);
  say('opening: layout shift of the page', opened.shift, 4);
}
console.log(
  `\nload of the machine: ${began.toFixed(1)} at the beginning, ${loadavg()[0].toFixed(1)} at the end`,
);
await browser.close();
server.close();
