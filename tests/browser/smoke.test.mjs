// Uses the page as a person does: search, open an official, read a quote in its article. Needs CHIDO_BINARY and Chromium.
import assert from 'node:assert/strict';
import {spawn, spawnSync} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {chromium} from 'playwright-core';

const binary = process.env.CHIDO_BINARY;
const sample = fileURLToPath(new URL('../../datasets/sample', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'chido-browser-'));
let server, browser, page, address;

before(async () => {
  const store = join(folder, 'store');
  const ingest = spawnSync(binary, ['ingest', sample, '--store', store, '--quiet'], {encoding: 'utf8'});
  assert.equal(ingest.status, 0, ingest.stderr);
  server = spawn(binary, ['serve', '--store', store, '--port', '0']);
  address = await new Promise((resolve, reject) => {
    server.stdout.on('data', (text) => resolve(/http:\S+/.exec(String(text))[0]));
    server.on('exit', (code) => reject(new Error(`serve ended with ${code}`)));
  });
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  page = await browser.newPage();
});

after(async () => {
  await browser?.close();
  server?.kill('SIGTERM');
  rmSync(folder, {recursive: true, force: true});
});

test('the home page counts what is stored', async () => {
  await page.goto(address);
  await page.waitForSelector('.counts .official dd');
  assert.ok(Number((await page.textContent('.counts .document dd')).replace(/\D/g, '')) >= 40);
});

test('a name typed without marks is suggested, and opens the official', async () => {
  await page.fill('.search input', 'tran quang vinh');
  await page.waitForSelector('#suggestions a');
  const text = await page.textContent('#suggestions');
  assert.match(text, /Trần Quang V[iị]nh|Trần Quang Vĩnh/);
  await page.click('#suggestions a');
  await page.waitForSelector('.entity h1');
  await page.waitForSelector('.relations .ref');
});

test('a quote opens the article at its sentence', async () => {
  await page.click('.evidence');
  await page.waitForSelector('blockquote footer a');
  const quote = (await page.textContent('blockquote p')).replace(/[“”]/g, '').trim();
  await page.click('blockquote footer a');
  await page.waitForSelector('.text mark');
  const marked = (await page.$$eval('.text mark', (marks) => marks.map((mark) => mark.textContent).join(''))).trim();
  assert.equal(marked.replace(/\s+/g, ' '), quote.replace(/\s+/g, ' '));
});

test('an article tells why it was read so', async () => {
  await page.click('[role=switch]');
  await page.waitForSelector('.text .finding.person');
  assert.match(page.url(), /\?why=1/);
  await page.focus('.text .finding.person:not(.lost)');
  assert.match(await page.textContent('.why aside code'), /\w\.\w/);
  await page.click('.stated a');
  await page.waitForSelector('.why mark');
});

test('a directive shows where it is cited', async () => {
  await page.goto(`${address}#/search?q=${encodeURIComponent('35-NQ/TW')}&type=directive`);
  await page.click('.hits a');
  await page.waitForSelector('.citation blockquote');
  assert.ok((await page.$$('.citation')).length >= 2);
});

test('the language changes and stays', async () => {
  await page.goto(address);
  await page.click('.lang');
  await page.waitForSelector('.tagline:has-text("Who chaired")');
  await page.reload();
  await page.waitForSelector('.tagline:has-text("Who chaired")');
  assert.equal(await page.getAttribute('html', 'lang'), 'en');
  await page.click('.lang');
});
