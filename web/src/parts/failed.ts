/** What stands in the page's place when its program could not be fetched: the bar, another try, and the programs that this device has. Kept from the first visit, so that it is there without a connection. */
import {html, nothing, type TemplateResult} from 'lit';
import {write_address} from '../address';
import {proposed_edition, type Index, type ProgramEntry} from '../content';
import {home} from '../files';
import {today_in} from '../format';
import type {Lang} from '../generated/shopgauge';
import type {ShopGauge} from '../shop-gauge';

interface Kept {
  name: string;
  hash: string;
}

const is_kept = async (path: string) => (await caches.match(new URL(path, home))) !== undefined;

/** The edition that rules today, else the newest that was opened here; in the reader's language, else in the other. */
async function kept_edition(entry: ProgramEntry, langs: readonly Lang[]): Promise<{edition: string; lang: Lang} | undefined> {
  const {program, editions, time_zone} = entry;
  for (const edition of [proposed_edition(entry, today_in(time_zone)), ...editions.map((item) => item.edition).reverse()]) {
    for (const lang of langs) if (await is_kept(`programs/${program}/${edition}.${lang}.json`)) return {edition, lang};
  }
  return undefined;
}

async function kept_programs({programs}: Index, own: Lang, theme: ShopGauge['theme']): Promise<Kept[]> {
  if (!('caches' in window)) return [];
  const langs = own === 'en' ? ['en', 'zh-CN'] as const : ['zh-CN', 'en'] as const;
  const found = await Promise.all(programs.map(async (entry): Promise<Kept[]> => {
    const {program, title} = entry;
    const kept = await kept_edition(entry, langs);
    return kept ? [{name: title[own] ?? program, hash: write_address({program, ...kept, theme, fields: new Map()})}] : [];
  }));
  return found.flat();
}

/** The page instead; nothing where there are no words for it. The address keeps what the link carries, for the next try. */
export async function failed(gauge: ShopGauge): Promise<TemplateResult | undefined> {
  await gauge.need('mistakes');
  const {voice, index, theme} = gauge;
  if (!voice) return undefined;
  const {say, lang} = voice;
  const kept = index ? await kept_programs(index, lang, theme) : [];
  return html`<div class="frame"><header class="bar" part="bar"><h1 class="brand">${say('page.brand')}</h1></header>
    <div class="page" part="page"><section class="card" part="card" data-testid="failed">
      <p role="alert">${say(navigator.onLine ? 'page.failed' : 'page.failed.offline')}</p>
      <div class="buttons"><button type="button" class="main" data-action="retry" @click=${() => location.reload()}>${say('page.failed.retry')}</button></div>
      ${kept.length ? html`<h3>${say('page.failed.kept')}</h3><div class="buttons">${kept.map(({name, hash}) => html`<a class="quiet" href=${hash}>${name}</a>`)}</div>` : nothing}
    </section></div></div>`;
}
