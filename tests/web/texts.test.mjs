// A text that one language lacks, or that nothing uses, stops the build.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
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

/** What the check says where one program alone is changed by `change(document, example)`. */
async function faults_of_program(program, edition, change) {
  const folder = mkdtempSync(join(tmpdir(), 'programs-'));
  try {
    const read = (name) => JSON.parse(readFileSync(join(web, '../core/programs', program, name), 'utf8'));
    const [document, example] = [read(`${edition}.json`), read('example.request.json')];
    change(document, example);
    mkdirSync(join(folder, program));
    writeFileSync(join(folder, program, `${edition}.json`), JSON.stringify(document));
    writeFileSync(join(folder, program, 'example.request.json'), JSON.stringify(example));
    const {stderr} = spawnSync(process.execPath, ['scripts/check_texts.mjs', join(web, '../core/api/texts'), folder], {cwd: web, encoding: 'utf8'});
    return stderr.trim();
  } finally {
    rmSync(folder, {recursive: true});
  }
}

for (const [name, program, edition, change, said] of [
  ['a program as it is', 'douyin-experience-score', '2026-05-07', () => {}, ''],
  ['a word of the example', 'douyin-experience-score', '2026-09-08', (_, {enrolment}) => (enrolment.store_type = 'outlet'), 'store_type.outlet'],
  ['a word of a condition', 'douyin-experience-score', '2026-09-08', ({score}) => (score.stages[0].not_scored[0].when.is = 'outlet'), 'store_type.outlet'],
  ['a word that a table takes for one of its own', 'tmall-store-assessment', '2026-01-01', ({rows}) => rows[0].same['旗舰店'].push('outlet'), 'store_type.outlet'],
  ['a word in one language', 'douyin-flagship', '2026-06-02', ({texts: own}) => delete own['store_type.flagship'].en, 'store_type.flagship'],
  ['a word of the example that its table lacks', 'tmall-store-assessment', '2026-01-01', (_, {enrolment}) => (enrolment.store_type = '旗舰'), 'store_type.旗舰'],
]) {
  test(`a raw word is refused: ${name}`, async () => {
    assert.equal(await faults_of_program(program, edition, change), said && `${program}/${edition}.json: nothing names ${said}`);
  });
}

test('the build begins with the check', () => {
  const {scripts} = JSON.parse(readFileSync(join(web, 'package.json'), 'utf8'));
  assert.match(scripts.build, /^node scripts\/check_texts\.mjs && /);
});
