// Installs the packed npm package in an empty folder, as its users do, and asks it what the golden files ask.
import assert from 'node:assert/strict';
import {execFileSync, spawn} from 'node:child_process';
import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {parseRequest, readLines, root} from '../golden/replies.mjs';

export {root};

export const version = /project\(ShopGauge VERSION ([\d.]+)/.exec(readFileSync(join(root, 'CMakeLists.txt'), 'utf8'))[1];
export const tarball = join(root, `build/npm/shopgauge-${version}.tgz`);

/** A new folder in which `npm install` has run; the test that asks for it removes it. */
export function install() {
  assert.ok(existsSync(tarball), `${tarball} is missing: run node web/scripts/npm_package.mjs`);
  const folder = mkdtempSync(join(tmpdir(), 'shopgauge-'));
  writeFileSync(join(folder, 'package.json'), '{"private": true}\n');
  execFileSync('npm', ['install', '--offline', '--no-audit', '--no-fund', tarball], {cwd: folder, stdio: 'pipe'});
  return folder;
}

export const remove = (folder) => rmSync(folder, {recursive: true, force: true});

const lines = await readLines('requests.ndjson');

/** The golden requests, {name, text}, and the frozen replies to them. */
export const requests = lines.map(parseRequest);
export const frozen = await readLines('replies.ndjson');

/** Fails with the first request whose reply is another one. */
export function assert_frozen(replies) {
  assert.equal(frozen.length, requests.length);
  assert.ok(requests.length > 1000);
  assert.equal(replies.length, frozen.length);
  const at = replies.findIndex((reply, index) => reply !== frozen[index]);
  if (at >= 0) assert.equal(replies[at], frozen[at], `line ${at + 1}: ${lines[at].slice(0, 300)}`);
}

/** Runs a program in the folder; what it prints. */
export function run(folder, file, text, input = '') {
  writeFileSync(join(folder, file), text);
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [file], {cwd: folder, stdio: ['pipe', 'pipe', 'pipe']});
    const [out, err] = [[], []];
    child.stdout.on('data', (chunk) => out.push(chunk));
    child.stderr.on('data', (chunk) => err.push(chunk));
    child.on('error', reject);
    child.on('close', (status) => {
      const said = Buffer.concat(err).toString();
      if (status === 0 && said === '') resolve(Buffer.concat(out).toString());
      else reject(new Error(`${file} ended with ${status}: ${said.slice(0, 3000)}`));
    });
    // A program that has ended reads no further: its status says why.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}
