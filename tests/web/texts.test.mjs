// A text that one language lacks, or that nothing uses, stops the build.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {texts} from './fixture.mjs';

const web = fileURLToPath(new URL('../../web/', import.meta.url));

/** What the check says of string tables changed by `change(zh, en)`; nothing where it is content. */
async function faults(change) {
  const [zh, en] = [{...(await texts('zh-CN'))}, {...(await texts('en'))}];
  change(zh, en);
  const folder = mkdtempSync(join(tmpdir(), 'texts-'));
  try {
    writeFileSync(join(folder, 'zh-CN.json'), JSON.stringify(zh));
    writeFileSync(join(folder, 'en.json'), JSON.stringify(en));
    const {status, stderr} = spawnSync(process.execPath, ['scripts/check_texts.mjs', folder], {cwd: web, encoding: 'utf8'});
    assert.equal(status === 0, stderr === '');
    return stderr.trim();
  } finally {
    rmSync(folder, {recursive: true});
  }
}

for (const [name, change, said] of [
  ['the tables as they are', () => {}, ''],
  ['a text that Chinese lacks', (zh) => delete zh['verdict.pass'], 'zh-CN.json lacks verdict.pass'],
  ['a text that English lacks', (_, en) => delete en['verdict.pass'], 'en.json lacks verdict.pass'],
  ['an empty text', (zh) => (zh['verdict.pass'] = ''), 'verdict.pass is empty'],
  ['another parameter', (zh) => (zh['page.short_score'] = '{points}'), 'page.short_score: the parameters differ'],
  ['a text that nothing uses', (zh, en) => (zh['page.unheard_of'] = en['page.unheard_of'] = 'x'), 'page.unheard_of is used nowhere'],
  ['a text that both lack', (zh, en) => delete zh['page.brand'] && delete en['page.brand'], 'both tables lack page.brand'],
]) {
  test(name, async () => assert.equal(await faults(change), said));
}

test('the build begins with the check', () => {
  const {scripts} = JSON.parse(readFileSync(join(web, 'package.json'), 'utf8'));
  assert.match(scripts.build, /^node scripts\/check_texts\.mjs && /);
});
