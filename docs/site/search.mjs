// The site's search, as its pages run it: MiniSearch, with words cut the same way as in the index.
import MiniSearch from 'minisearch';
import {tokens} from './tokens.mjs';

export default class Search extends MiniSearch {
  static loadJSON(index, options) {
    return super.loadJSON(index, {...options, tokenize: tokens});
  }
}
